package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import org.somoim.imports.Entry;
import org.somoim.imports.Ref;
import org.somoim.kernel.User;

/**
 * Someone's belonging to a group that was elsewhere.
 *
 * @param role not {@code OWNER}: who that is comes with the group
 */
public record ImportedMembership(Ref<Group> group, Ref<User> person, Membership.Role role, Instant since)
        implements Entry {

    /** @throws org.somoim.kernel.Refusal {@link GroupReason#OWNER_MUST_TRANSFER} */
    public ImportedMembership {
        if (role == Membership.Role.OWNER) {
            throw GroupReason.OWNER_MUST_TRANSFER.refuse();
        }
    }

    @Override
    public List<Ref<?>> names() {
        return List.of(group, person);
    }
}
