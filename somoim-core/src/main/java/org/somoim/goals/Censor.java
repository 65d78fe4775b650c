package org.somoim.goals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.privacy.redaction.KnownPeople;
import org.somoim.privacy.redaction.Redacted;
import org.somoim.privacy.redaction.Redaction;

/** Goes through one story, part by part, and writes down what it changed. Not for keeping. */
final class Censor {
    private final Redaction redaction;
    private final KnownPeople known;
    private final List<Preview.Passage> passages = new ArrayList<>();

    Censor(Redaction redaction, KnownPeople known) {
        this.redaction = redaction;
        this.known = known;
    }

    List<Preview.Passage> passages() {
        return passages;
    }

    Story story(Story story) {
        return new Story(
                Line.of(redacted(Preview.Part.TITLE, story.title().value())),
                prose(Preview.Part.DESCRIPTION, story.description()),
                prose(Preview.Part.STRATEGY, story.strategy()),
                prose(Preview.Part.TIPS, story.tips()),
                new Tags(story.tags().lines().stream().filter(this::passes).toList()));
    }

    private @Nullable Prose prose(Preview.Part part, @Nullable Prose text) {
        if (text == null) {
            return null;
        }
        return shown(redacted(part, text.value()));
    }

    private String redacted(Preview.Part part, String text) {
        Redacted redacted = redaction.redact(text, known);
        passages.add(new Preview.Passage(part, shown(redacted.text()), redacted.marks(), redacted.risk()));
        return redacted.text();
    }

    private static @Nullable Prose shown(String text) {
        return text.isBlank() ? null : Prose.of(text);
    }

    /** A tag is to be found by, so half of one is of no use. */
    private boolean passes(Line tag) {
        Redacted redacted = redaction.redact(tag.value(), known);
        passages.add(new Preview.Passage(
                Preview.Part.TAG,
                redacted.changed() ? null : shown(redacted.text()),
                redacted.marks(),
                redacted.risk()));
        return !redacted.changed();
    }
}
