package org.somoim.mail;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about mail. */
public enum MailReason implements Reason {
    NOT_AN_EMAIL(
            Kind.INVALID, "This is not an e-mail address. Send one like name@example.org, at most 255 characters.");

    private final Kind kind;
    private final String advice;

    MailReason(Kind kind, String advice) {
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
