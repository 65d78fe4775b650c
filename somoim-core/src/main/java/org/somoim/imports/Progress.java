package org.somoim.imports;

import org.somoim.kernel.Reason;

/**
 * Hears how an import is getting on. What it throws ends the import there; what was brought in until then stays, and the
 * next run goes on.
 */
public interface Progress {

    /** After each change, of a few hundred rows at most: how it stands. */
    void reached(Tally tally);

    /** Before that, for each of its rows that was refused, in their order. */
    void refused(Refused row);

    /** Hears nothing. */
    static Progress unheard() {
        return new Progress() {
            @Override
            public void reached(Tally tally) {
                // Not wanted.
            }

            @Override
            public void refused(Refused row) {
                // Not wanted.
            }
        };
    }

    /** @param number of the row in its source, from 1 */
    record Refused(long number, Reason reason) {}

    /**
     * How many rows there were, by what came of them.
     *
     * @param known here already, from an earlier run
     */
    record Tally(long brought, long known, long refused) {
        static final Tally NONE = new Tally(0, 0, 0);

        /** In all. */
        public long rows() {
            return brought + known + refused;
        }

        Tally and(Tally other) {
            return new Tally(brought + other.brought, known + other.known, refused + other.refused);
        }
    }
}
