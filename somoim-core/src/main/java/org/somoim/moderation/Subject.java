package org.somoim.moderation;

import org.somoim.kernel.Id;
import org.somoim.kernel.Word;

/**
 * What is reported: a thing or a person.
 *
 * @param kind such as {@code post}; what {@link ContentHandler#kind()} says
 */
public record Subject(Word kind, Id<?> id) {
    /** The kind of people themselves. */
    public static final Word PERSON = new Word("person");

    public static Subject of(String kind, Id<?> id) {
        return new Subject(new Word(kind), id);
    }

    public boolean isPerson() {
        return kind.equals(PERSON);
    }
}
