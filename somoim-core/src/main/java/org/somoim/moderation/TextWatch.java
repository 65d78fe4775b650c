package org.somoim.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.somoim.detection.Category;
import org.somoim.detection.Clue;
import org.somoim.detection.FinanceScamRule;
import org.somoim.detection.LinkRule;
import org.somoim.detection.NewAccountRule;
import org.somoim.detection.NgramDetector;
import org.somoim.detection.RepetitionRule;
import org.somoim.detection.TextDetector;
import org.somoim.detection.Writing;
import org.somoim.detection.re2j.LinearPatterns;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;

/** Lets a {@link TextDetector} look at what is said. Made only once it is needed. */
public final class TextWatch implements Detector {
    /** What a rule says is enough to have someone look, and never enough to act upon. */
    public static final int MOST_OF_A_RULE = 790_000;

    /** How long an account is new. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Word name;
    private final Supplier<? extends TextDetector> making;
    private final int most;
    private final AtomicReference<TextDetector> made = new AtomicReference<>();

    private TextWatch(Word name, Supplier<? extends TextDetector> making, int most) {
        this.name = name;
        this.making = making;
        this.most = most;
    }

    /** A model: its probabilities are set right by what moderators decide, and may be acted upon. */
    public static TextWatch model(String name, Supplier<? extends TextDetector> making) {
        return new TextWatch(new Word(name), making, Signal.CERTAIN);
    }

    /** A rule of thumb: a reason to look, whatever it has been right about. */
    public static TextWatch rule(String name, Supplier<? extends TextDetector> making) {
        return new TextWatch(new Word(name), making, MOST_OF_A_RULE);
    }

    /** What comes with the library: its model, and rules for money scams, links, repetition and new accounts. */
    public static List<Detector> builtIn() {
        return builtIn(Set.of());
    }

    /** @param trusted hosts, in lower case, links to which (and to whatever is below them) are no one's spam */
    public static List<Detector> builtIn(Set<String> trusted) {
        return List.of(
                model("ngrams", NgramDetector::shipped),
                rule("money-scams", () -> new FinanceScamRule(new LinearPatterns())),
                rule("links", () -> new LinkRule(trusted)),
                rule("repetition", RepetitionRule::new),
                rule("new-accounts", () -> new NewAccountRule(YOUNG)));
    }

    @Override
    public Word name() {
        return name;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public List<Signal> look(Snapshot said, Background background) {
        String words = said.words();
        if (words.isBlank()) {
            return List.of();
        }
        var writing = new Writing(cut(words), background.accountAge(), background.lately());
        return detector().look(writing).stream().map(this::signal).toList();
    }

    /** With its title, a text may be longer than one may be by itself. */
    private static Prose cut(String words) {
        boolean fits = words.codePointCount(0, words.length()) <= Prose.MAX;
        return Prose.of(fits ? words : words.substring(0, words.offsetByCodePoints(0, Prose.MAX)));
    }

    private TextDetector detector() {
        TextDetector there = made.get();
        if (there != null) {
            return there;
        }
        // Two that come at once make two, and one of them is left.
        TextDetector another = making.get();
        TextDetector before = made.getAndUpdate(one -> one == null ? another : one);
        return before == null ? another : before;
    }

    private Signal signal(org.somoim.detection.Signal found) {
        var because = new ArrayList<Line>();
        for (Clue clue : found.clues()) {
            if (because.size() < Signal.MOST_REASONS) {
                line(clue).ifPresent(because::add);
            }
        }
        int probability = (int) Math.round(found.probability() * Signal.CERTAIN);
        return new Signal(name, ground(found.category()), probability, because);
    }

    /** A piece of text that cannot be shown as a line by itself is left out. */
    private static Optional<Line> line(Clue clue) {
        try {
            return Optional.of(Line.of(clue.fragment().value()));
        } catch (Refusal unfit) {
            return Optional.empty();
        }
    }

    static Ground ground(Category category) {
        return switch (category) {
            case SPAM -> Ground.SPAM;
            case SCAM -> Ground.SCAM;
            case ABUSE -> Ground.HARASSMENT;
            case HATE -> Ground.HATE;
            case MISINFORMATION -> Ground.MISINFORMATION;
        };
    }
}
