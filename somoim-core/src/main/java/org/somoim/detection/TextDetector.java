package org.somoim.detection;

import java.util.List;

/** Port. Looks at a text for what may be wrong with it. Safe between threads. */
@FunctionalInterface
public interface TextDetector {

    /**
     * @return at most one of each category, in no particular order; nothing about a category means that there is no signal,
     *     which is not the same as a clean bill
     */
    List<Signal> look(Writing writing);
}
