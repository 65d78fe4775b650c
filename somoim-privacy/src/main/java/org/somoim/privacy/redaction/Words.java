package org.somoim.privacy.redaction;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words written as they are read. */
final class Words {

    private Words() {}

    /** Parted by spaces or line ends. */
    static Set<String> of(String words) {
        return Arrays.stream(words.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** Any of them, the longest first, for a pattern. */
    static String any(String words) {
        return of(words).stream()
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    static boolean latin(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    static boolean latinOrDigit(char sign) {
        return latin(sign) || digit(sign);
    }
}
