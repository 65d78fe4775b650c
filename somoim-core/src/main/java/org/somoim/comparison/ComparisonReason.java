package org.somoim.comparison;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about comparisons. What is withheld is not refused: that is an answer, with its reason. */
public enum ComparisonReason implements Reason {
    FEATURE_OFF(Kind.NOT_FOUND, "This community has no comparisons. Those who run it can turn them on."),
    NOT_CONTRIBUTING(
            Kind.CONFLICT,
            "Your settings keep your figures out of comparisons. Set contribute_to_comparisons and"
                    + " anonymize_in_comparisons to YES first, if you want them to count."),
    NO_SUCH_METRIC(Kind.NOT_FOUND, "There is no such metric. The plan lists all there are."),
    NO_SUCH_DIMENSION(Kind.INVALID, "There is no such dimension. The plan lists all there are."),
    NO_SUCH_BAND(Kind.INVALID, "There is no such band in this dimension. The plan lists all there are."),
    NOT_COUNTED(Kind.FORBIDDEN, "People in this band do not take part here. They can compare without it."),
    NOT_A_NUMBER(Kind.INVALID, "Write a number, such as 3.5."),
    BAND_MISSING(Kind.INVALID, "Say a band for every dimension. The plan lists all there are."),
    NOTHING_TO_CONTRIBUTE(Kind.INVALID, "Give a value for one metric at least.");

    private final Kind kind;
    private final String advice;

    ComparisonReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
