package org.somoim.groups;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;

/**
 * Lists of people in a group as one of them may see it. Whoever is parted from the reader by a block is left out, save
 * for moderators, who must see everyone they answer for.
 */
final class Roll {
    private final Access access;

    Roll(Access access) {
        this.access = access;
    }

    Page<Membership> read(Pass pass, Page.Ask ask, Page.Fetch<Membership> fetch, Function<Membership, Cursor> place) {
        if (pass.standing().isAtLeast(Standing.MODERATOR)) {
            return Page.of(ask, fetch, place);
        }
        Set<Id<User>> hidden = new HashSet<>();
        return Page.of(
                ask,
                (after, limit) -> {
                    List<Membership> batch = fetch.fetch(after, limit);
                    hidden.addAll(access.apart(pass.person(), people(batch)));
                    return batch;
                },
                place,
                membership -> !hidden.contains(membership.userId()));
    }

    /** The place of someone in a list ordered by when their status last changed. */
    static Cursor byChange(Membership membership) {
        return Cursor.of(membership.updatedAt(), membership.userId());
    }

    static Set<Id<User>> people(List<Membership> memberships) {
        return memberships.stream().map(Membership::userId).collect(Collectors.toSet());
    }
}
