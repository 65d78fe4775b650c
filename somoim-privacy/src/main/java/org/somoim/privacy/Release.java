package org.somoim.privacy;

import java.util.function.Function;

/**
 * The answer to a question about many people: let out, or withheld.
 *
 * <p>Only this package can make a {@link Released}, so a method that returns {@code Release} cannot return a raw aggregate
 * by mistake.
 */
public sealed interface Release<T> {

    /** An answer that may be shown to whoever may ask. */
    final class Released<T> implements Release<T> {
        private final T value;

        Released(T value) {
            this.value = value;
        }

        public T value() {
            return value;
        }
    }

    /** No answer, and why. */
    record Withheld<T>(Why why) implements Release<T> {}

    /** Why nothing was let out. Says nothing about how far from the limit it was. */
    enum Why {
        /** Too few people stand behind the answer. */
        NOT_ENOUGH_PEOPLE
    }

    /** Reads both cases; neither can be forgotten. */
    default <R> R fold(Function<Released<T>, R> released, Function<Withheld<T>, R> withheld) {
        if (this instanceof Released<T> r) {
            return released.apply(r);
        }
        return withheld.apply((Withheld<T>) this);
    }
}
