package org.somoim.detection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.somoim.detection.Clue.Fragment;
import org.somoim.kernel.Prose;

/** The same again: what its author wrote before, hardly changed, or one line over and over. */
public final class RepetitionRule implements TextDetector {
    private static final double AGAIN = 0.6;
    private static final double AGAIN_AND_AGAIN = 0.79;
    private static final double LINES = 0.6;

    /** How much of the n-grams of both must be in each of them. */
    private static final double ALIKE = 0.8;

    /** In characters of hardened text. Everybody says thanks twice. */
    private static final int SHORTEST = 20;

    private static final int MOST_COMPARED = 20;
    private static final int MANY_LINES = 5;

    @Override
    public List<Signal> look(Writing writing) {
        String text = Hardening.of(writing.text().value());
        if (text.length() >= SHORTEST) {
            int[] own = shingles(text);
            long before = writing.lately().stream()
                    .limit(MOST_COMPARED)
                    .map(Prose::value)
                    .filter(other -> areAlike(own, shingles(Hardening.of(other))))
                    .count();
            if (before > 0) {
                return List.of(new Signal(Category.SPAM, before > 1 ? AGAIN_AND_AGAIN : AGAIN, List.of()));
            }
        }
        return lines(writing.text().value());
    }

    private static List<Signal> lines(String text) {
        Map<String, Integer> times = new HashMap<>();
        for (String line : text.split("\\R")) {
            String hardened = Hardening.of(line);
            if (!hardened.isEmpty() && times.merge(hardened, 1, Integer::sum) >= MANY_LINES) {
                return List.of(new Signal(Category.SPAM, LINES, List.of(new Clue(Fragment.of(hardened), 1))));
            }
        }
        return List.of();
    }

    /** Sorted, each once. */
    private static int[] shingles(String hardened) {
        Ngrams ngrams = Ngrams.of(hardened);
        return IntStream.concat(
                        Arrays.stream(ngrams.bucketsOf(Ngrams.Group.CHARACTERS)),
                        Arrays.stream(ngrams.bucketsOf(Ngrams.Group.HANGUL)).map(bucket -> bucket + Ngrams.BUCKETS))
                .sorted()
                .distinct()
                .toArray();
    }

    private static boolean areAlike(int[] one, int[] other) {
        int both = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both > 0 && both >= ALIKE * (one.length + other.length - both);
    }
}
