package org.somoim.imports;

import java.time.Instant;
import java.util.List;

/** One thing to bring in. Each capability has its own, with an {@link Importer} that takes it. */
public interface Entry {

    /** When it came to be. What is said to come to be later than now is refused. */
    Instant since();

    /**
     * What it is called where it comes from, and what it speaks of. Those of many entries are asked for at once; a name that
     * is left out is asked for when its turn comes.
     */
    List<Ref<?>> names();
}
