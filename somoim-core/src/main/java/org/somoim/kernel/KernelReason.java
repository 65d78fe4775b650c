package org.somoim.kernel;

/** What can be wrong with a value before any capability looks at it. */
public enum KernelReason implements Reason {
    NOT_AN_ID("This is not an id. Send one exactly as it was given out: 36 lower-case characters with hyphens."),
    NOT_A_WORD("Use lower-case letters a to z and digits, joined by single hyphens or dots, at most 60 characters."),
    NOT_ONE_LINE("This must be one line of text that is not blank, without control characters."),
    BLANK("This must not be blank."),
    TOO_LONG("This text is too long. The documentation of the field gives the most characters."),
    BROKEN_TEXT("This text holds a NUL or half of a surrogate pair. Send well-formed Unicode."),
    BAD_CURSOR("This is not a cursor. Send one exactly as a list gave it out, or none to start at the beginning."),
    BAD_LIMIT("The limit must be a whole number from 1 to 50.");

    private final String advice;

    KernelReason(String advice) {
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String advice() {
        return advice;
    }
}
