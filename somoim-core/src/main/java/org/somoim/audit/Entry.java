package org.somoim.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;

/**
 * One critical change. Holds ids and words of the library's only.
 *
 * @param number 1 for the first, and one more for each that follows
 * @param at when it happened, to the millisecond
 * @param about the person it was done to, or null
 * @param thing the group, post or comment it was done to or in, or null
 * @param previous hash of the entry before, {@link Head#NOTHING} for the first
 * @param hash of everything above; see {@link Link#digest}
 */
public record Entry(
        long number,
        Instant at,
        Who who,
        Deed deed,
        @Nullable Id<User> about,
        @Nullable Id<?> thing,
        Digest previous,
        Digest hash) {

    /** The entry that follows {@code last}. */
    static Entry following(Head last, Instant at, AuditSource.Act act) {
        var open = new Entry(
                last.entries() + 1, at, act.who(), act.deed(), act.about(), act.thing(), last.hash(), last.hash());
        return open.closedWith(Link.of(open).digest());
    }

    private Entry closedWith(Digest own) {
        return new Entry(number, at, who, deed, about, thing, previous, own);
    }

    Head head() {
        return new Head(number, hash);
    }
}
