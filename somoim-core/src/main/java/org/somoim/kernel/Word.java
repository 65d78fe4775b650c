package org.somoim.kernel;

import java.util.regex.Pattern;

/**
 * A word of the library's or the host's own, such as {@code groups.invited} or {@code hiking}: lower-case ASCII letters
 * and digits, joined by single dots or hyphens, 1 to 60 characters. Never a person's free text.
 */
public record Word(String value) implements Comparable<Word> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final int MAX = 60;

    /** @throws Refusal {@code kernel.not-a-word} */
    public Word {
        if (value.length() > MAX || !FORM.matcher(value).matches()) {
            throw KernelReason.NOT_A_WORD.refuse();
        }
    }

    @Override
    public int compareTo(Word other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
