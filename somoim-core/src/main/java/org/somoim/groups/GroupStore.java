package org.somoim.groups;

import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps groups, memberships and invitations. Writes must happen inside a transaction. */
public interface GroupStore {

    /** Also a deleted one, as long as it can be brought back. */
    Optional<Group> find(Id<Group> group);

    /** Whatever its status. */
    Optional<Membership> membership(Id<Group> group, Id<User> user);

    /** The groups in which {@code user} is active. In no particular order; deleted groups are left out. */
    Set<Id<Group>> activeGroups(Id<User> user);
}
