package org.somoim.detection;

/**
 * A piece of the text that spoke for a signal.
 *
 * @param weight how strongly, above 0; in units of log-odds where a model says so, 1 where a rule does
 */
public record Clue(Fragment fragment, double weight) {

    /** Words of the text in hardened form. {@link #toString()} shows only their length, as people wrote them. */
    public record Fragment(String value) {
        /** In characters. */
        public static final int MOST = 40;

        public static Fragment of(String text) {
            return new Fragment(text.length() <= MOST ? text : text.substring(0, MOST));
        }

        @Override
        public String toString() {
            return "Fragment(" + value.length() + ")";
        }
    }
}
