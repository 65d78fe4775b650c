package org.somoim.goals;

/** How old somebody is, as far as it is shown. Fixed, and the same for everybody. */
public enum AgeBand {
    UNDER_TWENTY(0, 20),
    TWENTIES(20, 30),
    THIRTIES(30, 40),
    FORTIES(40, 50),
    FIFTIES(50, 60),
    SIXTY_AND_OVER(60, AgeBand.OLDEST + 1);

    /** In years. */
    public static final int OLDEST = 150;

    private final int low;
    private final int high;

    AgeBand(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /**
     * @param years 0 to {@value #OLDEST}
     * @throws org.somoim.kernel.Refusal {@link GoalReason#NO_SUCH_AGE}
     */
    public static AgeBand of(int years) {
        for (AgeBand band : values()) {
            if (band.contains(years)) {
                return band;
            }
        }
        throw GoalReason.NO_SUCH_AGE.refuse();
    }

    public boolean contains(int years) {
        return low <= years && years < high;
    }

    /** In years, at least. */
    public int low() {
        return low;
    }

    /** In years, less than. */
    public int high() {
        return high;
    }
}
