package org.somoim.personaldata;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about what is kept of people. */
public enum PersonalDataReason implements Reason {
    NOT_PROVED(
            Kind.FORBIDDEN,
            "Erasing an account cannot be undone, so its owner has to show once more who they are. Send the present"
                    + " password."),
    NO_SUCH_KIND(
            Kind.INVALID,
            "Nothing of that kind is kept, or there is no choice about it. Name one of the kinds that the documentation"
                    + " lists as chosen.");

    private final Kind kind;
    private final String advice;

    PersonalDataReason(Kind kind, String advice) {
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
