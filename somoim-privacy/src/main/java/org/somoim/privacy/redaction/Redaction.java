package org.somoim.privacy.redaction;

import java.util.Collection;
import java.util.List;

/**
 * Takes out of a text what points at a person. What it finds and what it cannot promise is told in
 * {@code docs/redaction.md}. Takes time linear in the text; keeps nothing of it. Safe for use by many threads.
 */
public final class Redaction {
    /** How often a text is gone through at most. Two times do for almost all; a text that takes more is built to confuse. */
    private static final int MOST_ROUNDS = 8;

    private final List<Finder> beforeNames;
    private final List<Finder> afterNames;

    private Redaction(PhoneFinder phones, Collection<String> restricted, Ladder ladder) {
        this.beforeNames = List.of(
                new Money(ladder), new Times(), new Places(new Gazetteer()), new Addresses(), new Numbers(phones));
        this.afterNames = List.of(new Handles(), new NameGuess(), new Keywords(restricted));
    }

    /** With amounts on the 1-2-5 ladder and no restricted words. */
    public static Redaction of(PhoneFinder phones) {
        return of(phones, List.of(), Ladder.ONE_TWO_FIVE);
    }

    /**
     * @param restricted words that are never shown, in any case and spacing; blank ones are not looked for
     * @param ladder how wide amounts are shown
     */
    public static Redaction of(PhoneFinder phones, Collection<String> restricted, Ladder ladder) {
        return new Redaction(phones, restricted, ladder);
    }

    /**
     * The text without what points at a person. Redacting what came out changes nothing.
     *
     * @param known whose names are to be taken out
     */
    public Redacted redact(String text, KnownPeople known) {
        var canvas = new Canvas(text);
        canvas.coverTokens();
        int rounds = 0;
        int before;
        // What was found stands between what was left, which may now be read otherwise: until nothing more is found.
        do {
            before = canvas.finds();
            if (rounds++ == MOST_ROUNDS) {
                canvas.giveUp();
                break;
            }
            beforeNames.forEach(finder -> finder.find(canvas));
            known.identities().find(canvas);
            afterNames.forEach(finder -> finder.find(canvas));
        } while (canvas.finds() > before);
        List<Mark> marks = canvas.marks();
        return new Redacted(
                canvas.render(marks), marks, RiskGuess.of(canvas.text(), canvas.lower(), marks, text.length()));
    }
}
