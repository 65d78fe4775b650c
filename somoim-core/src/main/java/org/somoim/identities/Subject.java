package org.somoim.identities;

/**
 * What a provider calls a person: opaque and case-sensitive, 1 to 255 printable ASCII characters without spaces, as OpenID
 * Connect Core 1.0 section 2 bounds it. {@link #toString()} hides it.
 */
public record Subject(String value) {
    private static final int MAX = 255;

    /** @throws org.somoim.kernel.Refusal {@link IdentityReason#NOT_A_SUBJECT} */
    public Subject {
        if (value.isEmpty() || value.length() > MAX || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw IdentityReason.NOT_A_SUBJECT.refuse();
        }
    }

    @Override
    public String toString() {
        return "Subject";
    }
}
