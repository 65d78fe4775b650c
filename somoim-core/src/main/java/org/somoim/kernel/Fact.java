package org.somoim.kernel;

/**
 * Something that has happened, in the past tense: {@code Joined}. Holds ids, enums, numbers and truth, never text, so that
 * facts can be kept, counted and logged. When it happened is on the log entry.
 */
public interface Fact {

    /** Stable name, such as {@code groups.role-changed} for {@code GroupFact.RoleChanged}. Part of the public API. */
    default String name() {
        return nameOf(getClass());
    }

    /** Worked out for each fact several times, so not by patterns. */
    static String nameOf(Class<?> fact) {
        String place = fact.getPackageName();
        String simple = fact.getSimpleName();
        var name = new StringBuilder(place.length() + simple.length())
                .append(place, place.lastIndexOf('.') + 1, place.length())
                .append('.');
        for (int i = 0; i < simple.length(); i++) {
            char letter = simple.charAt(i);
            if (i > 0 && isLower(simple.charAt(i - 1)) && isUpper(letter)) {
                name.append('-');
            }
            name.append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    private static boolean isLower(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }
}
