package org.somoim.kernel;

import java.util.UUID;

/**
 * Names one {@code T}. {@code Id<Group>} and {@code Id<Post>} do not mix: the compiler refuses one for the other.
 *
 * <p>Ordered by the bits of the value from left to right, unsigned, which is the order of its text and of its sixteen
 * bytes in a database. For time-ordered ids that is the order of making.
 */
public record Id<T>(UUID value) implements Comparable<Id<T>> {

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws Refusal {@code kernel.not-an-id} for anything else, upper case included
     */
    public static <T> Id<T> of(String text) {
        try {
            UUID value = UUID.fromString(text);
            // UUID.fromString takes "1-1-1-1-1" and upper case; one thing has one name here.
            if (value.toString().equals(text)) {
                return new Id<>(value);
            }
        } catch (IllegalArgumentException e) {
            throw KernelReason.NOT_AN_ID.refuse();
        }
        throw KernelReason.NOT_AN_ID.refuse();
    }

    @Override
    public int compareTo(Id<T> other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
