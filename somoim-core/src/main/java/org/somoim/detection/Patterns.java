package org.somoim.detection;

import org.jspecify.annotations.Nullable;

/** Port. Compiles patterns in the syntax of RE2. However they are written, looking for them must not take long. */
@FunctionalInterface
public interface Patterns {

    /** @throws IllegalArgumentException if it is not a pattern */
    Finder of(String pattern);

    /** Safe between threads. */
    @FunctionalInterface
    interface Finder {
        /** @return the first piece of the text that fits, or null if none does */
        @Nullable
        String find(String text);
    }
}
