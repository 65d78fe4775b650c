package org.somoim.sqlite.backup;

import java.util.List;

/**
 * What is wrong with a database file, as far as it was looked at. Names tables and ids, never what people wrote.
 *
 * @param broken empty if all is well
 */
public record Findings(List<Finding> broken) {

    /**
     * One law that does not hold.
     *
     * @param law what must be true, as a sentence
     * @param where ids of the first rows for which it is not, or SQLite's own words
     */
    public record Finding(String law, List<String> where) {}

    public Findings {
        broken = List.copyOf(broken);
    }

    public boolean isClean() {
        return broken.isEmpty();
    }
}
