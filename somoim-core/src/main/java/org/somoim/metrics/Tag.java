package org.somoim.metrics;

import java.util.Locale;
import java.util.Objects;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Reason;

/**
 * One value of a label. Made of the constants of an enum, of reasons, of classes of facts, and of a {@link Vocabulary}, which
 * is closed before the first call comes: there is no way in for an id, an address, or anything that people wrote.
 */
public final class Tag {
    private final Label label;
    private final String value;

    Tag(Label label, String value) {
        this.label = label;
        this.value = value;
    }

    /** @throws IllegalArgumentException if the label is for something else */
    public static Tag of(Label label, Enum<?> constant) {
        if (!label.takes().isInstance(constant)) {
            throw new IllegalArgumentException(
                    label + " takes " + label.takes() + ", not " + constant.getDeclaringClass());
        }
        return new Tag(label, word(constant));
    }

    /** By its code. A reason that is no constant of an enum, and so could say anything, is {@code other}. */
    public static Tag of(Reason reason) {
        return new Tag(Label.REASON, reason instanceof Enum<?> ? reason.code() : Vocabulary.OTHER);
    }

    /** By the name of its class. */
    public static Tag of(Fact fact) {
        return new Tag(Label.FACT, Fact.nameOf(fact.getClass()));
    }

    private static String word(Enum<?> constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Label label() {
        return label;
    }

    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag tag && tag.label == label && tag.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(label, value);
    }

    /** Such as {@code outcome=kept}. */
    @Override
    public String toString() {
        return label.key() + "=" + value;
    }
}
