package org.somoim.privacy.redaction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the spellings of a name have in common: its consonants, those that stand for one another as one, none twice in a
 * row. Names with different skeletons are different; those with the same are to be compared.
 */
final class Skeleton {
    private static final List<Set<String>> FIRST = firsts(false);
    private static final List<Set<String>> LOOSE_FIRST = firsts(true);
    private static final List<Set<String>> LAST = lasts();

    private Skeleton() {}

    /** Of small Latin letters. */
    static String of(String latin) {
        var out = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            add(out, kind(latin.charAt(i)));
        }
        return out.toString();
    }

    /** Of all spellings of these syllables. */
    static Set<String> ofHangul(String syllables, int surname, boolean loose) {
        Set<String> all = Set.of("");
        for (int i = 0; i < syllables.length(); i++) {
            all = longer(all, ofSyllable(syllables.charAt(i), i == surname, loose), null);
        }
        return all;
    }

    /** These with one more syllable, those alone that are among the beginnings of something. */
    static Set<String> longer(Set<String> skeletons, char syllable, boolean surname, Set<String> beginnings) {
        return longer(skeletons, ofSyllable(syllable, surname, true), beginnings);
    }

    private static Set<String> longer(Set<String> skeletons, Set<String> by, @Nullable Set<String> beginnings) {
        var longer = new HashSet<String>();
        for (String so : skeletons) {
            for (String one : by) {
                var out = new StringBuilder(so);
                for (int j = 0; j < one.length(); j++) {
                    add(out, one.charAt(j));
                }
                String skeleton = out.toString();
                if (beginnings == null || beginnings.contains(skeleton)) {
                    longer.add(skeleton);
                }
            }
        }
        return longer;
    }

    private static Set<String> ofSyllable(char syllable, boolean surname, boolean loose) {
        var all = new HashSet<String>();
        int code = syllable - 0xAC00;
        // Vowels have no part in a skeleton.
        for (String first : (loose ? LOOSE_FIRST : FIRST).get(code / 588)) {
            for (String last : LAST.get(code % 28)) {
                all.add(first + last);
            }
        }
        if (surname) {
            all.addAll(all(Romanisation.surnames(String.valueOf(syllable))));
        }
        return all;
    }

    private static List<Set<String>> firsts(boolean loose) {
        return IntStream.range(0, 19)
                .mapToObj(i -> all(Romanisation.first((char) (0xAC00 + i * 588), loose)))
                .toList();
    }

    private static List<Set<String>> lasts() {
        return IntStream.range(0, 28)
                .mapToObj(i -> all(Romanisation.last((char) (0xAC00 + i))))
                .toList();
    }

    private static Set<String> all(List<String> spellings) {
        var all = new HashSet<String>(4);
        for (String spelling : spellings) {
            all.add(of(spelling));
        }
        return Set.copyOf(all);
    }

    private static void add(StringBuilder out, char kind) {
        if (kind != 0 && (out.length() == 0 || out.charAt(out.length() - 1) != kind)) {
            out.append(kind);
        }
    }

    private static char kind(char letter) {
        return switch (letter) {
            case 'g', 'k', 'c', 'q', 'x', 'j', 'z', 's', 'A' -> 'A';
            case 'd', 't', 'T' -> 'T';
            case 'b', 'p', 'v', 'f', 'B' -> 'B';
            case 'n', 'N' -> 'N';
            case 'm', 'M' -> 'M';
            case 'r', 'l', 'R' -> 'R';
            default -> 0;
        };
    }
}
