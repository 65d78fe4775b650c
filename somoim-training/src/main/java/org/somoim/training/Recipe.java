package org.somoim.training;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.somoim.detection.Category;
import org.somoim.detection.Hardening;
import org.somoim.detection.Ngrams;

/**
 * What the weights of a category are made of.
 *
 * @param tables the writings it learns to read
 */
record Recipe(Category category, Set<Ngrams.Table> tables, List<Portion> portions) {

    static final Recipe SPAM = new Recipe(
            Category.SPAM,
            EnumSet.of(Ngrams.Table.LATIN),
            List.of(
                    Portion.whole("sms-spam"),
                    Portion.whole("smishing"),
                    Portion.whole("youtube-spam"),
                    Portion.harmless("crypto-scam", kind -> !kind.contains("promo"))));

    static final Recipe SCAM = new Recipe(
            Category.SCAM,
            EnumSet.of(Ngrams.Table.LATIN),
            List.of(
                    Portion.whole("crypto-scam"),
                    new Portion("smishing", text -> !text.kind().equals("spam"), text -> text.kind()
                            .equals("smishing")),
                    Portion.harmless("youtube-spam", kind -> true)));

    static final Recipe ABUSE = new Recipe(
            Category.ABUSE,
            EnumSet.of(Ngrams.Table.LATIN),
            List.of(
                    Portion.whole("davidson"),
                    Portion.whole("surge-toxicity"),
                    Portion.harmless("smishing", kind -> true),
                    Portion.harmless("youtube-spam", kind -> true),
                    Portion.harmless("crypto-scam", kind -> true)));

    static final Recipe KOREAN_ABUSE =
            new Recipe(Category.ABUSE, EnumSet.of(Ngrams.Table.HANGUL), List.of(Portion.whole("curse-ko")));

    /** In the order of the model. */
    static final List<Recipe> SHIPPED = List.of(SPAM, SCAM, ABUSE, KOREAN_ABUSE);

    Recipe {
        for (Portion portion : portions) {
            if (!Credit.all().containsKey(portion.set())) {
                throw new IllegalArgumentException(portion.set() + " is for measuring only.");
            }
        }
    }

    /** The texts of all portions, one set after the other, ready to be learned from. */
    Fit fit(Path folder) throws IOException {
        var fit = new Fit(tables);
        for (Portion portion : portions) {
            List<Labelled> texts = Labelled.read(folder, portion.set(), "train");
            if (texts.isEmpty()) {
                throw new FileNotFoundException("There is no " + portion.set() + " in " + folder + ".");
            }
            for (Labelled text : texts) {
                if (portion.used().test(text)) {
                    fit.add(
                            portion.set(),
                            Hardening.of(text.text()),
                            portion.violating().test(text));
                }
            }
        }
        return fit;
    }

    /**
     * Some of a set.
     *
     * @param used which of its texts
     * @param violating which of these are what the category is about
     */
    record Portion(String set, Predicate<Labelled> used, Predicate<Labelled> violating) {

        static Portion whole(String set) {
            return new Portion(set, text -> true, Labelled::violating);
        }

        /** What the set finds nothing wrong with, as examples of texts that are not of this category either. */
        static Portion harmless(String set, Predicate<String> kinds) {
            return new Portion(set, text -> !text.violating() && kinds.test(text.kind()), text -> false);
        }
    }
}
