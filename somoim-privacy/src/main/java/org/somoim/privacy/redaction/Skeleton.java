package org.somoim.privacy.redaction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the spellings of a name have in common: its consonants, those that stand for one another as one, none twice in a
 * row. Names with different skeletons are different; those with the same are to be compared.
 */
final class Skeleton {

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
            Set<String> of = ofSyllable(syllables.charAt(i), i == surname, loose);
            var longer = new HashSet<String>();
            for (String so : all) {
                for (String one : of) {
                    var out = new StringBuilder(so);
                    for (int j = 0; j < one.length(); j++) {
                        add(out, one.charAt(j));
                    }
                    longer.add(out.toString());
                }
            }
            all = longer;
        }
        return all;
    }

    private static Set<String> ofSyllable(char syllable, boolean surname, boolean loose) {
        var all = new HashSet<String>();
        // Vowels have no part in a skeleton.
        for (String first : all(Romanisation.first(syllable, loose))) {
            for (String last : all(Romanisation.last(syllable))) {
                all.add(first + last);
            }
        }
        if (surname) {
            all.addAll(all(Romanisation.surnames(String.valueOf(syllable))));
        }
        return all;
    }

    private static Set<String> all(List<String> spellings) {
        var all = new HashSet<String>(4);
        for (String spelling : spellings) {
            all.add(of(spelling));
        }
        return all;
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
