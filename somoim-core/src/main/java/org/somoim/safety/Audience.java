package org.somoim.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.access.Footing;
import org.somoim.access.Standing;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Whom an alert calls: everyone who belongs to the group at that moment, whose account is in good standing, and who is not
 * parted from the caller by a block in either direction.
 *
 * <p>No call is ever refused for being one too many. Whoever has called a group {@value #LOUD} times within {@link #WINDOW}
 * calls, with any further one, only those who look after the group and those who answered before; if there are none, everyone
 * as ever. So a fifth call of somebody in trouble is as loud as the first, a hundredth of somebody who plays does not wake five
 * thousand, and those who can put a player out hear of each.
 */
final class Audience {
    static final int LOUD = 5;
    static final Duration WINDOW = Duration.ofHours(1);

    private final AlertStore store;
    private final Access access;

    Audience(AlertStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** A few queries, however many they are. */
    Set<Id<User>> of(Id<User> caller, Id<Group> group, Instant now) {
        Map<Id<User>, Footing> belonging = access.belonging(group);
        Set<Id<User>> everyone = new HashSet<>(belonging.keySet());
        everyone.remove(caller);
        everyone.removeAll(access.apart(caller, everyone));
        if (store.countSince(caller, group, now.minus(WINDOW), now) < LOUD) {
            return everyone;
        }
        Set<Id<User>> helpers = store.helpersSince(caller, group, now.minus(WINDOW), now);
        Set<Id<User>> few = belonging.entrySet().stream()
                .filter(person -> helpers.contains(person.getKey())
                        || person.getValue().standing().isAtLeast(Standing.MODERATOR))
                .map(Map.Entry::getKey)
                .filter(everyone::contains)
                .collect(Collectors.toSet());
        return few.isEmpty() ? everyone : few;
    }
}
