package org.somoim.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.live.Hint;

/**
 * What one socket is fed with: what one person may read of one thing, from where they left off. Every method but {@link
 * #channel} asks the store whether they may at that moment, and refuses if not. Belongs to one socket, which calls it on one
 * thread at a time.
 */
public interface Feed {

    /** Hints of this are for this feed. */
    Id<?> channel();

    /** Whether there is nothing behind {@code hint} that has not been fed. Must not ask the store. */
    default boolean knows(Hint hint) {
        return false;
    }

    /**
     * The first frame.
     *
     * @throws org.somoim.kernel.Refusal if they may not
     */
    View greeting();

    /**
     * What is new since the last call.
     *
     * @throws org.somoim.kernel.Refusal if they may not any more
     */
    Portion next();

    /** @param frame null if nothing is new */
    record Portion(@Nullable View frame, boolean isAll) {
        public static final Portion NOTHING = new Portion(null, true);
    }

    /**
     * What to say when {@code person} is writing; null if nothing.
     *
     * @throws org.somoim.kernel.Refusal if they may not any more
     */
    default @Nullable View typing(Id<User> person) {
        return null;
    }

    /**
     * Something that the client said, of whatever form.
     *
     * @throws org.somoim.kernel.Refusal if it cannot be taken; the socket is closed
     */
    void take(JsonNode said);

    /** @throws org.somoim.kernel.Refusal if they may not be here any more */
    void check();
}
