package org.somoim.moderation;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two texts that are nearly the same have in common: the least of their four-character pieces under two orders that
 * know nothing of one another. Texts that share most pieces nearly always share one of the two; whether they truly are alike
 * is asked of the texts. Source: Broder, "On the resemblance and containment of documents", 1997.
 */
public record Likeness(long first, long second) {
    private static final int PIECE = 4;
    private static final int FEWEST = 12;
    private static final double ALIKE = 0.7;

    /** Null for texts of fewer than twelve letters and digits: too little to tell a copy from a greeting. */
    static @Nullable Likeness of(Snapshot snapshot) {
        String bones = bones(snapshot.words());
        if (bones.codePointCount(0, bones.length()) < FEWEST) {
            return null;
        }
        long first = Long.MAX_VALUE;
        long second = Long.MAX_VALUE;
        for (String piece : pieces(bones)) {
            first = Math.min(first, mixed(piece, 0x9E3779B97F4A7C15L));
            second = Math.min(second, mixed(piece, 0xC2B2AE3D27D4EB4FL));
        }
        return new Likeness(first, second);
    }

    /** Whether two texts have most of their pieces in common. */
    static boolean areAlike(Snapshot one, Snapshot other) {
        Set<String> pieces = pieces(bones(one.words()));
        Set<String> others = pieces(bones(other.words()));
        Set<String> both = new HashSet<>(pieces);
        both.retainAll(others);
        int all = pieces.size() + others.size() - both.size();
        return all > 0 && both.size() >= ALIKE * all;
    }

    /** Letters in one form, every digit the same, and nothing else. */
    private static String bones(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var bones = new StringBuilder();
        folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(c -> Character.isDigit(c) ? '0' : c)
                .forEach(bones::appendCodePoint);
        return bones.toString();
    }

    private static Set<String> pieces(String bones) {
        int[] letters = bones.codePoints().toArray();
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + PIECE <= letters.length; i++) {
            pieces.add(new String(letters, i, PIECE));
        }
        return pieces;
    }

    private static long mixed(String piece, long seed) {
        long hash = seed;
        for (int i = 0; i < piece.length(); i++) {
            hash = (hash ^ piece.charAt(i)) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return (hash ^ hash >>> 29) & Long.MAX_VALUE;
    }
}
