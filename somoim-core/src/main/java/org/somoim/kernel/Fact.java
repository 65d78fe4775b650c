package org.somoim.kernel;

import java.util.Locale;

/**
 * Something that has happened, in the past tense: {@code Joined}. Holds ids, enums, numbers and truth, never text, so that
 * facts can be kept, counted and logged. When it happened is on the log entry.
 */
public interface Fact {

    /** Stable name, such as {@code groups.role-changed} for {@code GroupFact.RoleChanged}. Part of the public API. */
    default String name() {
        return nameOf(getClass());
    }

    static String nameOf(Class<?> fact) {
        String capability = fact.getPackageName().replaceFirst(".*\\.", "");
        String words = fact.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return capability + "." + words.toLowerCase(Locale.ROOT);
    }
}
