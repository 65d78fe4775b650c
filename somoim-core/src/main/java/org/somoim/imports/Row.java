package org.somoim.imports;

import org.somoim.kernel.Refusal;

/** One row of what is to be brought in. Read together with the few hundred others of its change; one that makes no sense is refused by itself. */
@FunctionalInterface
public interface Row {

    /**
     * @throws Refusal if it makes no sense; the rows around it are brought in all the same. Anything else that is thrown
     *     ends the import where it is
     */
    Entry read();
}
