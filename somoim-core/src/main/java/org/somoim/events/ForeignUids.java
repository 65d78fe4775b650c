package org.somoim.events;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;

/** Port. Knows what was brought from other calendars, and under which name there. Writes must happen inside a transaction. */
public interface ForeignUids {

    /** Whether {@code host} hosts an event or a series that was brought under this name, and was not deleted. */
    boolean isKnown(Secrets.Digest uid, Id<?> host);

    void note(Secrets.Digest uid, Id<Event> event, Instant at);

    void noteSeries(Secrets.Digest uid, Id<Series> series, Instant at);
}
