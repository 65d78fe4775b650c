package org.somoim.http.wire;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One field of a JSON merge patch (RFC 7386): what is not named stays as it is, {@code null} takes away, anything else
 * replaces. A component {@code Patch<Line>} refuses {@code null}; a component {@code Patch<@Nullable Line>} lets it through.
 */
public sealed interface Patch<T extends @Nullable Object> {

    /** What the field holds after the patch. */
    T over(T current);

    /** Does something with the new value, if there is one. */
    void ifSent(Consumer<? super T> change);

    /** Was not named. */
    record Kept<T extends @Nullable Object>() implements Patch<T> {
        @Override
        public T over(T current) {
            return current;
        }

        @Override
        public void ifSent(Consumer<? super T> change) {
            // Nothing was sent.
        }
    }

    /** @param value null, where that is allowed, takes away what was there */
    record Sent<T extends @Nullable Object>(T value) implements Patch<T> {
        @Override
        public T over(T current) {
            return value;
        }

        @Override
        public void ifSent(Consumer<? super T> change) {
            change.accept(value);
        }
    }
}
