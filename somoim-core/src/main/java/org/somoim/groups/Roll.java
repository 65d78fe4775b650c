package org.somoim.groups;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somoim.access.Access;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;

/**
 * Lists of people in a group as one of them may see it. Whoever is parted from the reader by a block is left out, also as
 * the one who invited or approved somebody; save for moderators, who must see everyone they answer for.
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
        Set<Id<User>> apart = new HashSet<>();
        return Page.of(
                        ask,
                        (after, limit) -> {
                            List<Membership> batch = fetch.fetch(after, limit);
                            apart.addAll(access.apart(pass.person(), people(batch)));
                            return batch;
                        },
                        place,
                        membership -> isShown(membership, apart))
                .map(membership -> withoutNames(membership, apart));
    }

    /** The same for a list that is read whole. */
    List<Membership> read(Pass pass, List<Membership> all) {
        if (pass.standing().isAtLeast(Standing.MODERATOR)) {
            return all;
        }
        Set<Id<User>> apart = access.apart(pass.person(), people(all));
        return all.stream()
                .filter(membership -> isShown(membership, apart))
                .map(membership -> withoutNames(membership, apart))
                .toList();
    }

    /** One's own membership. It stays one's own, whoever brought it about. */
    Membership shownTo(Id<User> person, Membership own) {
        return withoutNames(own, access.apart(person, Set.of(own.by())));
    }

    /** The same for several, in their order. */
    List<Membership> shownTo(Id<User> person, List<Membership> own) {
        Set<Id<User>> apart =
                access.apart(person, own.stream().map(Membership::by).collect(Collectors.toSet()));
        return own.stream().map(membership -> withoutNames(membership, apart)).toList();
    }

    /** An invitation also is something that the inviter did. */
    private static boolean isShown(Membership membership, Set<Id<User>> apart) {
        return !apart.contains(membership.userId())
                && !(membership.is(Membership.Status.INVITED) && apart.contains(membership.by()));
    }

    private static Membership withoutNames(Membership membership, Set<Id<User>> apart) {
        return apart.contains(membership.by()) ? membership.withoutName() : membership;
    }

    /** The place of someone in a list ordered by when their status last changed. */
    static Cursor byChange(Membership membership) {
        return Cursor.of(membership.updatedAt(), membership.userId());
    }

    private static Set<Id<User>> people(List<Membership> memberships) {
        return memberships.stream()
                .flatMap(membership -> Stream.of(membership.userId(), membership.by()))
                .collect(Collectors.toSet());
    }
}
