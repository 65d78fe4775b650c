package org.somoim.privacy;

/**
 * What one part of an epoch costs each person.
 *
 * @param purpose a slug, such as {@code count-0} or {@code metric-emergency-fund}
 */
public record Spend(String purpose, Epsilon epsilon) {
    public Spend {
        if (purpose.length() > 80) {
            throw new IllegalArgumentException("a purpose must be at most 80 characters");
        }
    }

    /** Of the counts by which tiles are cut; 0 is the count of everyone. */
    static String count(int level) {
        return "count-" + level;
    }

    static String metric(String id) {
        return "metric-" + id;
    }
}
