package org.somoim.training;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.somoim.detection.Calibrator;
import org.somoim.detection.Category;
import org.somoim.detection.Hardening;
import org.somoim.detection.NgramDetector;
import org.somoim.detection.NgramModel;
import org.somoim.detection.Ngrams;
import org.somoim.detection.Platt;

/**
 * Prints how good the detector is on texts it was not trained on. Sets that may be shipped are measured with the weights in
 * the library; each of the others with weights of its own, from the same code, which are thrown away.
 *
 * <p>Each set is one community. Its calibrator learns from its training part, by what models that had not seen the text said
 * of it; so do its thresholds.
 */
public final class Measure {
    private static final Map<String, Recipe> SHIPPED = new LinkedHashMap<>();
    private static final List<String> MEASURED = List.of("olid", "stormfront", "beep-ko", "kmhas-ko", "fin-misinfo");
    private static final Set<String> BY_F1 = Set.of("sms-spam", "smishing", "youtube-spam", "crypto-scam");
    private static final double HIGH = 0.8;
    /** The last one is measured; by then everything is compiled. */
    private static final int ROUNDS = 6;

    /** Texts that share so much of their n-grams are the same text. */
    private static final double SAME = 0.6;

    static {
        SHIPPED.put("sms-spam", Recipe.SPAM);
        SHIPPED.put("smishing", Recipe.SPAM);
        SHIPPED.put("youtube-spam", Recipe.SPAM);
        SHIPPED.put("crypto-scam", Recipe.SCAM);
        SHIPPED.put("davidson", Recipe.ABUSE);
        SHIPPED.put("surge-toxicity", Recipe.ABUSE);
        SHIPPED.put("hatecheck", Recipe.ABUSE);
        SHIPPED.put("curse-ko", Recipe.KOREAN_ABUSE);
    }

    private final Path train;
    private final Path measured;
    private final String part;

    private Measure(Path train, Path measured, String part) {
        this.train = train;
        this.measured = measured;
        this.part = part;
    }

    /**
     * @param arguments the folder of the training parts, the root of this repository, the folder of the parts to measure on,
     *     and what these are called
     */
    public static void main(String[] arguments) throws IOException {
        new Measure(Path.of(arguments[0]), Path.of(arguments[2]), arguments[3])
                .print(Path.of(arguments[1]).resolve(Train.MODEL));
    }

    private void print(Path file) throws IOException {
        NgramModel model;
        try (InputStream in = Files.newInputStream(file)) {
            model = NgramModel.read(in);
        }
        System.out.println("set | texts | violating | F1 at .5 | threshold | F1 there | macro F1 at .5 | macro F1 there"
                + " | ECE | precision at .8 (of) | as shipped: F1, macro F1, ECE, precision at .8 (of)"
                + " | without near-duplicates: texts, F1, macro F1");
        for (Recipe recipe : Recipe.SHIPPED) {
            Fit fit = recipe.fit(train);
            double[] unseen = fit.unseen(recipe.category());
            NgramModel.Head head = model.heads().get(Recipe.SHIPPED.indexOf(recipe));
            boolean[] outcomes = fit.outcomes();
            for (var set : SHIPPED.entrySet()) {
                if (set.getValue() == recipe) {
                    int[] own = IntStream.range(0, fit.size())
                            .filter(i -> fit.origin(i).equals(set.getKey()))
                            .toArray();
                    report(
                            set.getKey(),
                            head,
                            IntStream.of(own).mapToDouble(i -> unseen[i]).toArray(),
                            pick(outcomes, own));
                }
            }
        }
        for (String set : MEASURED) {
            var fit = new Fit(EnumSet.allOf(Ngrams.Table.class));
            for (Labelled text : Labelled.read(train, set, "train")) {
                fit.add(set, Hardening.of(text.text()), text.violating());
            }
            double[] unseen = fit.unseen(Category.ABUSE);
            report(set, fit.head(Category.ABUSE, Platt.fit(unseen, fit.outcomes())), unseen, fit.outcomes());
        }
        crossed(model);
        speed(model);
    }

    private void report(String set, NgramModel.Head head, double[] unseen, boolean[] outcomes) throws IOException {
        List<Labelled> texts = Labelled.read(measured, set, part);
        if (texts.isEmpty()) {
            return;
        }
        var decisions = new ArrayList<Calibrator.Decision>();
        for (int i = 0; i < unseen.length; i++) {
            decisions.add(new Calibrator.Decision(head.probabilityOf(unseen[i]), outcomes[i]));
        }
        Calibrator calibrator = Calibrator.learn(decisions);
        boolean macro = !BY_F1.contains(set);
        var learned = new Scores(
                decisions.stream()
                        .mapToDouble(it -> calibrator.probability(it.probability()))
                        .toArray(),
                outcomes);
        double threshold = decisions.isEmpty() ? 0.5 : learned.best(macro);
        Scores raw = scores(head, Calibrator.untaught(), texts);
        Scores scores = scores(head, calibrator, texts);
        List<Labelled> fresh = withoutNearDuplicates(set, texts);
        Scores freshScores = scores(head, calibrator, fresh);
        System.out.printf(
                "%-14s | %4d | %4d | %.3f | %.2f | %.3f | %.3f | %.3f | %.3f | %.3f (%d) | %.3f, %.3f, %.3f, %.3f (%d)"
                        + " | %d, %.3f, %.3f%n",
                set,
                texts.size(),
                texts.stream().filter(Labelled::violating).count(),
                scores.f1(0.5),
                threshold,
                scores.f1(threshold),
                scores.macroF1(0.5),
                scores.macroF1(threshold),
                scores.ece(),
                scores.precision(HIGH),
                scores.above(HIGH),
                raw.f1(0.5),
                raw.macroF1(0.5),
                raw.ece(),
                raw.precision(HIGH),
                raw.above(HIGH),
                fresh.size(),
                freshScores.f1(threshold),
                freshScores.macroF1(threshold));
        var recalls = new EnumMap<Disguise, String>(Disguise.class);
        for (Disguise disguise : Disguise.values()) {
            List<Labelled> disguised = texts.stream()
                    .map(it -> new Labelled(it.violating(), it.kind(), disguise.of(it.text())))
                    .toList();
            recalls.put(
                    disguise,
                    String.format(
                            "%.3f", scores(head, calibrator, disguised).recall(threshold) / scores.recall(threshold)));
        }
        System.out.println("    recall kept: " + recalls);
    }

    /** How often a category is seen in harmless texts of all the sets, as shipped. */
    private void crossed(NgramModel model) throws IOException {
        System.out.println("harmless texts taken for it at .5 and at .8, as shipped");
        var sets = new ArrayList<>(SHIPPED.keySet());
        sets.addAll(MEASURED);
        for (String set : sets) {
            List<Labelled> texts = Labelled.read(measured, set, part).stream()
                    .filter(it -> !it.violating())
                    .toList();
            var line = new StringBuilder(String.format("%-14s", set));
            for (NgramModel.Head head : model.heads()) {
                Scores scores = scores(head, Calibrator.untaught(), texts);
                line.append(String.format(
                        " | %s %.3f %.3f",
                        head.category(),
                        scores.above(0.5) / (double) texts.size(),
                        scores.above(HIGH) / (double) texts.size()));
            }
            System.out.println(line);
        }
    }

    /** Of one thread, in its own time on the processor, on the texts of all sets in turn. */
    private void speed(NgramModel model) throws IOException {
        var detector = new NgramDetector(model);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        var texts = new ArrayList<String>();
        for (String set : SHIPPED.keySet()) {
            Labelled.read(measured, set, part).forEach(it -> texts.add(it.text()));
        }
        long signals = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            long before = clock.getCurrentThreadCpuTime();
            for (String text : texts) {
                signals += detector.look(text).size();
            }
            if (round == ROUNDS) {
                System.out.printf(
                        "%,.0f texts of %.0f characters a second and core; %,d signals in all%n",
                        texts.size() * 1e9 / (clock.getCurrentThreadCpuTime() - before),
                        texts.stream().mapToInt(String::length).average().orElse(0),
                        signals);
            }
        }
    }

    private static Scores scores(NgramModel.Head head, Calibrator calibrator, List<Labelled> texts) {
        var probabilities = new double[texts.size()];
        var outcomes = new boolean[texts.size()];
        for (int i = 0; i < outcomes.length; i++) {
            Ngrams ngrams = Ngrams.of(Hardening.of(texts.get(i).text()));
            probabilities[i] = calibrator.probability(head.probability(ngrams));
            outcomes[i] = texts.get(i).violating();
        }
        return new Scores(probabilities, outcomes);
    }

    private List<Labelled> withoutNearDuplicates(String set, List<Labelled> texts) throws IOException {
        List<Set<Integer>> seen = new ArrayList<>();
        for (Labelled text : Labelled.read(train, set, "train")) {
            seen.add(shingles(text));
        }
        return texts.stream()
                .filter(text -> {
                    Set<Integer> own = shingles(text);
                    return seen.stream().noneMatch(other -> areAlike(own, other));
                })
                .toList();
    }

    private static boolean areAlike(Set<Integer> one, Set<Integer> other) {
        int smaller = Math.min(one.size(), other.size());
        int larger = Math.max(one.size(), other.size());
        if (smaller < SAME * larger) {
            return false;
        }
        int both = 0;
        for (Integer shingle : one) {
            both += other.contains(shingle) ? 1 : 0;
        }
        return both >= SAME * (one.size() + other.size() - both);
    }

    private static Set<Integer> shingles(Labelled text) {
        String hardened = Hardening.of(text.text()).replace(" ", "");
        var shingles = new HashSet<Integer>();
        for (int i = 0; i + 4 <= hardened.length(); i++) {
            shingles.add(hardened.substring(i, i + 4).hashCode());
        }
        return shingles;
    }

    private static boolean[] pick(boolean[] all, int[] which) {
        var picked = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            picked[i] = all[which[i]];
        }
        return picked;
    }
}
