package org.somoim.moderation;

/** Why something is reported or acted upon. The order is not a ranking; {@link #severity()} is. */
public enum Ground {
    SPAM(1),
    SCAM(3),
    HARASSMENT(3),
    HATE(4),
    /** Financial misinformation included. */
    MISINFORMATION(2),
    SELF_HARM(5),
    PRIVACY_LEAK(4),
    ILLEGAL(5),
    OTHER(1);

    private final int severity;

    Ground(int severity) {
        this.severity = severity;
    }

    /** How bad it is if it is true, 1 to 5. */
    public int severity() {
        return severity;
    }

    /** Whether a machine may act on it alone; what people mean by the others is theirs to weigh. */
    public boolean isForMachines() {
        return this == SPAM || this == SCAM;
    }
}
