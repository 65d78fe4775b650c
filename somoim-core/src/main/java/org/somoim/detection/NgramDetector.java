package org.somoim.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells spam and scams in English and abuse in English and Korean by a linear model over n-grams. Knows words, not what is
 * meant by them: who quotes an insult uses its words. What it may and must not be used for, and what it was trained on, is
 * in {@code docs/detection.md}. Nothing is loaded, sent or logged while it looks. Safe between threads; make one and share it.
 */
public final class NgramDetector implements TextDetector {
    private static final String SHIPPED = "ngrams.model";

    /** From here on there is something to explain. */
    private static final double WORTH_EXPLAINING = 0.5;

    private static final int MOST_CLUES = 5;
    /** Words that are looked at for clues. */
    private static final int MOST_WORDS = 400;

    private final NgramModel model;

    public NgramDetector(NgramModel model) {
        this.model = model;
    }

    /** With the weights that come with the library. Reads about a megabyte. */
    public static NgramDetector shipped() {
        try (InputStream in = NgramDetector.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IOException(SHIPPED + " is missing from the library.");
            }
            return new NgramDetector(NgramModel.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Signal> look(Writing writing) {
        return look(writing.text().value());
    }

    /**
     * One signal for each category of the model that can read any of it.
     *
     * @param text any at all; what is beyond {@link Hardening#MOST} characters is not looked at
     */
    public List<Signal> look(CharSequence text) {
        String hardened = Hardening.of(text);
        Ngrams ngrams = Ngrams.of(hardened);
        var strongest = new EnumMap<Category, Signal>(Category.class);
        for (NgramModel.Head head : model.heads()) {
            if (head.reads(ngrams)) {
                double probability = head.probability(ngrams);
                List<Clue> clues = probability < WORTH_EXPLAINING ? List.of() : clues(head, hardened, ngrams);
                strongest.merge(head.category(), new Signal(head.category(), probability, clues), Signal::stronger);
            }
        }
        return List.copyOf(strongest.values());
    }

    private static List<Clue> clues(NgramModel.Head head, String hardened, Ngrams whole) {
        var clues = new ArrayList<Clue>();
        for (String word : words(hardened)) {
            double weight = head.slope() * head.share(Ngrams.of(word), whole);
            if (weight > 0) {
                clues.add(new Clue(Clue.Fragment.of(word), weight));
            }
        }
        clues.sort(Comparator.comparingDouble(Clue::weight).reversed());
        return clues.subList(0, Math.min(MOST_CLUES, clues.size()));
    }

    private static List<String> words(String hardened) {
        var words = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        for (String word : hardened.split(" ", MOST_WORDS + 1)) {
            if (words.size() < MOST_WORDS && !word.isEmpty() && seen.add(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
