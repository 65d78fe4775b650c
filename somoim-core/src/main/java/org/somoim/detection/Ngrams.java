package org.somoim.detection;

import java.util.Arrays;

/**
 * Which buckets a hardened text falls into: its words alone and in pairs, its characters two to five at a time with the
 * spaces left out, and its Hangul one to four letters at a time. Words with Hangul in them and Hangul have a table of
 * buckets of their own, so that the two writings stay out of each other's way. An n-gram counts as often as it is there.
 */
public final class Ngrams {
    /** In each table. */
    public static final int BUCKETS = 1 << 18;

    /** N-grams whose weights are added up, and then made smaller the more there are. */
    public enum Group {
        WORDS(Table.LATIN, 0.5, 4),
        CHARACTERS(Table.LATIN, 1, 16),
        HANGUL_WORDS(Table.HANGUL, 0.5, 4),
        HANGUL(Table.HANGUL, 1, 16);

        private final Table table;
        private final double loudness;
        private final int quiet;

        Group(Table table, double loudness, int quiet) {
            this.table = table;
            this.loudness = loudness;
            this.quiet = quiet;
        }

        public Table table() {
            return table;
        }
    }

    /** Latin stands for whatever is not Hangul. */
    public enum Table {
        LATIN,
        HANGUL
    }

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int LONGEST_HANGUL = 4;

    /** Of the hash FNV-1a, in 32 bits. */
    private static final int OFFSET = 0x811C9DC5;

    private static final int PRIME = 0x01000193;
    /** Tell a word from the same characters, and a pair from the word that it would spell. */
    private static final int WORD = 0x5BD1E995;

    private static final int PAIR = 0x1B873593;

    private final int[][] buckets = new int[Group.values().length][];
    private final int[] counts = new int[Group.values().length];

    private Ngrams(CharSequence hardened) {
        int length = hardened.length();
        // Word and space take turns, and a word adds itself and its pair.
        buckets[Group.WORDS.ordinal()] = new int[length + 1];
        buckets[Group.HANGUL_WORDS.ordinal()] = new int[length + 1];
        words(hardened);
        var latin = new char[length];
        var hangul = new char[length];
        int latins = 0;
        int hanguls = 0;
        for (int i = 0; i < length; i++) {
            char c = hardened.charAt(i);
            if (Jamo.isHangul(c)) {
                hangul[hanguls++] = c;
            } else if (c != ' ') {
                latin[latins++] = c;
            }
        }
        slide(Group.CHARACTERS, latin, latins, SHORTEST, LONGEST);
        slide(Group.HANGUL, hangul, hanguls, 1, LONGEST_HANGUL);
    }

    /** @param hardened see {@link Hardening} */
    public static Ngrams of(CharSequence hardened) {
        return new Ngrams(hardened);
    }

    public int count(Group group) {
        return counts[group.ordinal()];
    }

    /** Whether there is a letter or a number of this writing. */
    boolean has(Table table) {
        return count(table == Table.LATIN ? Group.WORDS : Group.HANGUL) > 0;
    }

    /**
     * What the weights of a group are multiplied by, so that long texts are not louder than short ones, nor a single word
     * louder than it can know. Words count for half, as they are what a few spaces in the wrong places take away.
     */
    public double factor(Group group) {
        return group.loudness / Math.sqrt(count(group) + group.quiet);
    }

    /** @return numbers of buckets; those past {@link #count} mean nothing */
    int[] buckets(Group group) {
        return buckets[group.ordinal()];
    }

    /** @return as many as {@link #count}, in the order of the text */
    public int[] bucketsOf(Group group) {
        return Arrays.copyOf(buckets(group), count(group));
    }

    private void words(CharSequence text) {
        int length = text.length();
        int before = 0;
        int at = 0;
        while (at < length) {
            int hash = OFFSET;
            boolean hangul = false;
            int from = at;
            for (; at < length && isOfWord(text.charAt(at)); at++) {
                hash = (hash ^ text.charAt(at)) * PRIME;
                hangul |= Jamo.isHangul(text.charAt(at));
            }
            if (at == from) {
                at++;
                continue;
            }
            Group group = hangul ? Group.HANGUL_WORDS : Group.WORDS;
            add(group, hash ^ WORD);
            if (before != 0) {
                add(group, (before * PRIME + hash) ^ PAIR);
            }
            before = hash;
        }
    }

    private void slide(Group group, char[] text, int length, int shortest, int longest) {
        buckets[group.ordinal()] = new int[length * (longest - shortest + 1)];
        for (int from = 0; from < length; from++) {
            int end = Math.min(length, from + longest);
            int hash = OFFSET;
            for (int at = from; at < end; at++) {
                hash = (hash ^ text[at]) * PRIME;
                if (at - from + 1 >= shortest) {
                    add(group, hash);
                }
            }
        }
    }

    private void add(Group group, int hash) {
        buckets[group.ordinal()][counts[group.ordinal()]++] = bucket(hash);
    }

    static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c == '0' || c >= 0x80 && Character.isLetterOrDigit(c);
    }

    /** The last step of MurmurHash3, which spreads what FNV leaves in the low bits. */
    private static int bucket(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return (h ^ h >>> 16) & BUCKETS - 1;
    }
}
