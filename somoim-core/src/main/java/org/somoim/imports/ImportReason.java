package org.somoim.imports;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about what is brought in. */
public enum ImportReason implements Reason {
    UNKNOWN_REFERENCE(
            Kind.INVALID,
            "This row speaks of something that was not brought in before it. Put the row it speaks of first, or find out why that one was refused."),
    ERASED(
            Kind.GONE,
            "This row is about a person who has been erased here since. They are not brought in again; take the row out."),
    IN_THE_FUTURE(Kind.INVALID, "This row says that it came to be at a time that is still to come. Check its date."),
    UNREADABLE_ROW(
            Kind.INVALID, "This row could not be read. Compare it with the description of how rows are written."),
    UNKNOWN_ENTRY(
            Kind.INVALID, "Nothing here takes an entry of this kind. Use one of the entries that the library offers.");

    private final Kind kind;
    private final String advice;

    ImportReason(Kind kind, String advice) {
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
