package org.somoim.imports;

import java.time.Instant;

/** One thing to bring in. Each capability has its own, with an {@link Importer} that takes it. */
public interface Entry {

    /** When it came to be. What is said to come to be later than now is refused. */
    Instant since();
}
