package org.somoim.accounts;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about accounts. */
public enum AccountReason implements Reason {
    PASSWORD_TOO_SHORT(
            Kind.INVALID, "The password is too short. Use 8 characters or more; a few words make a good one."),
    PASSWORD_TOO_LONG(Kind.INVALID, "The password is too long. Use at most 256 characters."),
    PASSWORD_NOT_TEXT(Kind.INVALID, "The password holds a NUL or half of a surrogate pair. Send well-formed Unicode."),
    PASSWORD_GUESSABLE(
            Kind.INVALID,
            "This password would be guessed early: it is common, a row of keys or a date, or made of the e-mail address or the name. Choose a few words that do not belong together."),
    EMAIL_TAKEN(
            Kind.CONFLICT,
            "There already is an account with this e-mail address. Log in with it, or use another address."),
    ALREADY_SIGNED_IN(Kind.CONFLICT, "You have an account and are signed in to it. Sign out first to open another."),
    WRONG_CREDENTIALS(
            Kind.UNAUTHENTICATED, "E-mail address and password do not belong together. Check both and try again."),
    TRY_LATER(
            Kind.TOO_MANY,
            "There were many tries, so the next one has to wait: from seconds to at most 15 minutes. A new password can be asked for meanwhile."),
    BUSY(Kind.TOO_MANY, "Too many people are signing in at this moment. Try again in a few seconds."),
    LETTER_SPENT(Kind.GONE, "What was in the letter has been used or has expired. Ask for another letter."),
    WRONG_PASSWORD(Kind.FORBIDDEN, "This is not your present password, so nothing was changed. Try again."),
    SUSPENDED(
            Kind.FORBIDDEN,
            "The password is right, but this account is suspended. Ask the people who run this community."),
    NOT_SUSPENDED(Kind.CONFLICT, "This account is not suspended, so there is nothing to reinstate."),
    HASH_NOT_KNOWN(
            Kind.INVALID,
            "No password would ever match this hash here: its scheme, its key or its cost is not one in use. Leave it out, and the person asks for a new password."),
    LAST_ADMIN(
            Kind.CONFLICT,
            "This is the last active administrator, and the community needs one. Appoint another administrator first.");

    private final Kind kind;
    private final String advice;

    AccountReason(Kind kind, String advice) {
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
