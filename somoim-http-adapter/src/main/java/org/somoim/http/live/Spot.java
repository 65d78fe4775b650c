package org.somoim.http.live;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.live.Hint;

/**
 * Up to where somebody has been told of something. Those whose spots are equal are told on together: the store is asked once
 * for all of them, for each whether they may and what they may, and who is told alike shares one frame. Whatever is
 * answered holds for the moment of the asking and is kept nowhere.
 */
public interface Spot {

    /** Whether there is nothing behind {@code hint} that comes after this. Must not ask the store. */
    default boolean knows(Hint hint) {
        return false;
    }

    /**
     * What is new for each of {@code readers}: what they would have got if they had been the only one. Whoever may not be
     * here any more is left out.
     *
     * @throws org.somoim.kernel.Refusal if none of them may
     */
    Map<Id<User>, Portion> next(Set<Id<User>> readers);

    /**
     * Some of what is new.
     *
     * @param frame null if nothing is
     * @param then where to go on
     */
    record Portion(@Nullable Frame frame, Spot then, boolean isAll) {}

    /** What to tell each of {@code readers} when {@code person} is writing. Whoever is not to know is left out. */
    default Map<Id<User>, Frame> typing(Set<Id<User>> readers, Id<User> person) {
        return Map.of();
    }

    /**
     * Those of {@code readers} who may be here at this moment.
     *
     * @throws org.somoim.kernel.Refusal if none of them may
     */
    Set<Id<User>> present(Set<Id<User>> readers);
}
