package org.somoim.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;

/**
 * What one socket is fed with: what one person may read of one thing, from where they left off. Every method but {@link
 * #channel} and {@link #spot} asks the store whether they may at that moment, and refuses if not.
 */
public interface Feed {

    /** Hints of this are for this feed. */
    Id<?> channel();

    /** Where it begins. */
    Spot spot();

    /**
     * The first frame.
     *
     * @throws org.somoim.kernel.Refusal if they may not
     */
    View greeting();

    /**
     * Something that the client said, of whatever form.
     *
     * @throws org.somoim.kernel.Refusal if it cannot be taken; the socket is closed
     */
    void take(JsonNode said);

    /** @throws org.somoim.kernel.Refusal if they may not be here any more */
    void check();
}
