package org.somoim.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.somoim.detection.Category;
import org.somoim.detection.NgramModel;
import org.somoim.detection.Ngrams;
import org.somoim.detection.Platt;

/**
 * A logistic regression whose features are first weighed by how unevenly they fall on the two classes. Source: Wang and
 * Manning, "Baselines and Bigrams", ACL 2012; the weighing is multiplied into the weights, so that nobody has to know of it
 * afterwards.
 *
 * <p>Every text is learned from twice, once without its words, so that what is left of a text with spaces in the wrong
 * places is enough. A set in which there are violating texts and others has an offset of its own while learning, which is
 * then forgotten: how many of its texts are violating says how it was collected.
 *
 * <p>The settings are the same for every set. Deterministic: liblinear's primal solver draws nothing at random.
 */
final class Fit {
    private static final double COST = 4;
    private static final double TOLERANCE = 0.01;
    /** Added to how often an n-gram is there, in each class. */
    private static final double SMOOTHING = 0.5;
    /** How much of a weight is left to n-grams that fall evenly. */
    private static final double EVEN = 0.25;

    private static final int FOLDS = 4;
    private static final int WIDTH = Ngrams.Table.values().length * Ngrams.BUCKETS;

    private static final Set<Ngrams.Group> ALL = EnumSet.allOf(Ngrams.Group.class);
    private static final Set<Ngrams.Group> WORDLESS = EnumSet.of(Ngrams.Group.CHARACTERS, Ngrams.Group.HANGUL);

    private final Set<Ngrams.Table> tables;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Fit(Set<Ngrams.Table> tables) {
        this.tables = tables;
        Linear.disableDebugOutput();
    }

    /**
     * @param origin the set it is from
     * @param hardened learned from only once if there are several sets that have it
     */
    void add(String origin, String hardened, boolean violating) {
        Ngrams ngrams = Ngrams.of(hardened);
        rows.add(new Row(
                origin,
                ngrams,
                nodes(ngrams, ALL),
                nodes(ngrams, WORDLESS),
                violating,
                seen.add(hardened),
                // By the text, so that one that is there twice is not seen where it is left out.
                Math.floorMod(hardened.hashCode() * 0x9E3779B1 >>> 16, FOLDS)));
    }

    int size() {
        return rows.size();
    }

    String origin(int row) {
        return rows.get(row).origin;
    }

    boolean[] outcomes() {
        var outcomes = new boolean[size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = rows.get(i).violating;
        }
        return outcomes;
    }

    /** What a model that has not seen the text says of it. Texts take turns in being left out. */
    double[] unseen(Category category) {
        var scores = new double[size()];
        for (int i = 0; i < FOLDS; i++) {
            int fold = i;
            NgramModel.Head head = head(category, row -> rows.get(row).fold != fold, Platt.NONE);
            IntStream.range(0, size())
                    .filter(row -> rows.get(row).fold == fold)
                    .forEach(row -> scores[row] = head.score(rows.get(row).ngrams));
        }
        return scores;
    }

    /** Learned from all the texts. */
    NgramModel.Head head(Category category, Platt platt) {
        return head(category, row -> true, platt);
    }

    private NgramModel.Head head(Category category, IntPredicate from, Platt platt) {
        List<Row> texts = IntStream.range(0, size())
                .filter(from)
                .mapToObj(rows::get)
                .filter(row -> row.fresh)
                .toList();
        double[] unevenness = unevenness(texts);
        List<String> mixed = mixed();
        var x = new ArrayList<Feature[]>();
        for (Row text : texts) {
            x.add(weighed(text.nodes, unevenness, mixed.indexOf(text.origin)));
        }
        for (Row text : texts) {
            x.add(weighed(text.wordless, unevenness, mixed.indexOf(text.origin)));
        }
        var problem = new Problem();
        problem.l = x.size();
        problem.n = WIDTH + 1 + mixed.size();
        problem.bias = 1;
        problem.x = x.toArray(Feature[][]::new);
        problem.y = IntStream.range(0, problem.l)
                .mapToDouble(i -> texts.get(i % texts.size()).violating ? 1 : -1)
                .toArray();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
        double[] learned = model.getFeatureWeights();
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        Map<Ngrams.Table, double[]> weights = new EnumMap<>(Ngrams.Table.class);
        for (Ngrams.Table table : tables) {
            var of = new double[Ngrams.BUCKETS];
            for (int bucket = 0; bucket < of.length; bucket++) {
                int index = index(table, bucket);
                of[bucket] = sign * learned[index - 1] * unevenness[index];
            }
            weights.put(table, of);
        }
        return NgramModel.Head.of(category, weights, sign * learned[WIDTH], platt);
    }

    /** Sets with texts of both kinds. */
    private List<String> mixed() {
        var violating = new TreeSet<String>();
        var harmless = new TreeSet<String>();
        for (Row row : rows) {
            (row.violating ? violating : harmless).add(row.origin);
        }
        violating.retainAll(harmless);
        return List.copyOf(violating);
    }

    /** @param own number of the offset of its set, or -1 */
    private static Feature[] weighed(FeatureNode[] nodes, double[] unevenness, int own) {
        var weighed = new Feature[nodes.length + (own < 0 ? 1 : 2)];
        for (int i = 0; i < nodes.length; i++) {
            weighed[i] = new FeatureNode(nodes[i].index, nodes[i].value * unevenness[nodes[i].index]);
        }
        weighed[nodes.length] = new FeatureNode(WIDTH + 1, 1);
        if (own >= 0) {
            weighed[nodes.length + 1] = new FeatureNode(WIDTH + 2 + own, 1);
        }
        return weighed;
    }

    private static double[] unevenness(List<Row> texts) {
        var bad = new double[WIDTH + 1];
        var good = new double[WIDTH + 1];
        Arrays.fill(bad, SMOOTHING);
        Arrays.fill(good, SMOOTHING);
        double bads = 2 * SMOOTHING;
        double goods = 2 * SMOOTHING;
        for (Row text : texts) {
            for (FeatureNode node : text.nodes) {
                (text.violating ? bad : good)[node.index]++;
            }
            bads += text.violating ? 1 : 0;
            goods += text.violating ? 0 : 1;
        }
        var unevenness = new double[WIDTH + 1];
        for (int i = 1; i <= WIDTH; i++) {
            unevenness[i] =
                    EVEN + (1 - EVEN) * Math.abs(StrictMath.log(bad[i] / bads) - StrictMath.log(good[i] / goods));
        }
        return unevenness;
    }

    /** In the order of their indices, each once. */
    private FeatureNode[] nodes(Ngrams text, Set<Ngrams.Group> groups) {
        // The index in the upper half and the group in the lower, to be sorted and added up.
        long[] found = groups.stream()
                .filter(group -> tables.contains(group.table()))
                .flatMapToLong(group -> Arrays.stream(text.bucketsOf(group))
                        .mapToLong(bucket -> (long) index(group.table(), bucket) << Integer.SIZE | group.ordinal()))
                .sorted()
                .toArray();
        var nodes = new ArrayList<FeatureNode>();
        int i = 0;
        while (i < found.length) {
            int index = (int) (found[i] >> Integer.SIZE);
            double value = 0;
            for (; i < found.length && (int) (found[i] >> Integer.SIZE) == index; i++) {
                value += text.factor(Ngrams.Group.values()[(int) found[i]]);
            }
            nodes.add(new FeatureNode(index, value));
        }
        return nodes.toArray(FeatureNode[]::new);
    }

    /** Counted from 1, as liblinear does. */
    private static int index(Ngrams.Table table, int bucket) {
        return table.ordinal() * Ngrams.BUCKETS + bucket + 1;
    }

    /**
     * @param fresh whether it is the first with this text
     * @param fold the turn in which it is left out
     */
    private record Row(
            String origin,
            Ngrams ngrams,
            FeatureNode[] nodes,
            FeatureNode[] wordless,
            boolean violating,
            boolean fresh,
            int fold) {}
}
