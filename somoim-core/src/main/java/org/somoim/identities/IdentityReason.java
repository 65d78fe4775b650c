package org.somoim.identities;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about outside identities. */
public enum IdentityReason implements Reason {
    NOT_A_SUBJECT(
            Kind.INVALID,
            "A provider calls a person by 1 to 255 printable ASCII characters without spaces. Send the subject as the provider gives it."),
    NO_PROVEN_EMAIL(
            Kind.CONFLICT,
            "The provider does not say that you have proved an e-mail address, and an account needs one. Prove it there, then come again."),
    EMAIL_HAS_ACCOUNT(
            Kind.CONFLICT,
            "There already is an account with your e-mail address. Log in to it as before, and link this identity in its settings."),
    EMAIL_DIFFERS(
            Kind.CONFLICT,
            "The provider has not proved the e-mail address of your account, so the two are not taken for one person. Give both the same address first."),
    LINKED_TO_ANOTHER(
            Kind.CONFLICT, "This identity leads to another account. Unlink it there first, or use that account."),
    ONE_OF_EACH(Kind.CONFLICT, "Your account has another identity of this provider. Unlink that one first."),
    LAST_WAY_IN(
            Kind.CONFLICT, "This is the only way into your account. Set a password or link another identity first."),
    UNKNOWN_PROVIDER(Kind.INVALID, "This community takes no identities of this provider."),
    NOT_PROVED(Kind.UNAUTHENTICATED, "The provider's token is not good, or not any more. Sign in there again.");

    private final Kind kind;
    private final String advice;

    IdentityReason(Kind kind, String advice) {
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
