package org.somoim.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * Words that one person does not want to read. Upper and lower case, and full-width and half-width forms, are the same. A
 * word written in ASCII is found only where it stands alone ("art" is not in "party"); any other, such as a Korean one,
 * also inside a longer word, because endings and particles follow without a space.
 */
public record Mutes(Set<Line> words) {
    public static final Mutes NONE = new Mutes(Set.of());

    public Mutes {
        words = Set.copyOf(words);
    }

    /** Whether any of the texts, of which some may be null, holds a muted word. */
    public boolean hide(@Nullable Line line, @Nullable Prose prose) {
        if (words.isEmpty()) {
            return false;
        }
        List<String> texts =
                List.of(line == null ? "" : folded(line.value()), prose == null ? "" : folded(prose.value()));
        return words.stream().map(word -> folded(word.value())).anyMatch(word -> texts.stream()
                .anyMatch(text -> holds(text, word)));
    }

    private static boolean holds(String text, String word) {
        boolean standsAlone = word.chars().allMatch(c -> c < 128);
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (!standsAlone || isEdge(text, at - 1) && isEdge(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no ASCII letter or digit stands there; "cafe를" holds "cafe". */
    private static boolean isEdge(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return c >= 128 || !Character.isLetterOrDigit(c);
    }

    /** One form for everything that reads alike: compatibility forms composed, lower case. */
    public static String folded(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
