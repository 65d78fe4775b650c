package org.somoim.privacy;

/**
 * Where a value stands among those of a cohort. Not exact: off by about {@code expectedErrorPoints}.
 *
 * @param metric its id
 * @param low percentile at which the band begins, 0 to 90; values that are better do not always rank higher
 * @param high percentile at which it ends
 * @param precision how finely it could be told
 * @param third of the cohort by value
 * @param better whether the value is on the better half, by the metric's direction
 * @param expectedErrorPoints on average, in percentile points
 * @param cohort in words
 * @param size of the cohort, as a band
 */
public record PeerStanding(
        String metric,
        int low,
        int high,
        Precision precision,
        Third third,
        boolean better,
        double expectedErrorPoints,
        Label cohort,
        SizeBand size,
        PrivacyReceipt receipt) {

    public enum Precision {
        /** A band of ten points. */
        PERCENTILES,
        /** One of three parts. */
        THIRDS
    }

    public enum Third {
        LOWER(new Label("하위 3분의 1", "lower third")),
        MIDDLE(new Label("가운데 3분의 1", "middle third")),
        UPPER(new Label("상위 3분의 1", "upper third"));

        private final Label label;

        Third(Label label) {
            this.label = label;
        }

        public Label label() {
            return label;
        }
    }

    /** How many people a cohort is, as far as that is told. */
    public enum SizeBand {
        FROM_10(10),
        FROM_25(25),
        FROM_50(50),
        FROM_100(100);

        private final int least;

        SizeBand(int least) {
            this.least = least;
        }

        /** In people. */
        public int least() {
            return least;
        }

        /** Such as {@code 100+}. */
        public String text() {
            return least + "+";
        }

        static SizeBand of(long noisy) {
            SizeBand band = FROM_10;
            for (SizeBand next : values()) {
                if (noisy >= next.least) {
                    band = next;
                }
            }
            return band;
        }
    }
}
