package org.somoim.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.privacy.redaction.Mark;
import org.somoim.privacy.redaction.Risk;

/**
 * What would be published of a story, for its author to look at first. Nothing of it is kept.
 *
 * @param story as it would be published; a tag that would have to be changed is left out
 * @param passages every text that was sent, in order: title, description, strategy, tips, and each tag
 * @param proof to publish exactly this, today or tomorrow
 */
public record Preview(Story story, List<Passage> passages, Digest proof) {

    public Preview {
        passages = List.copyOf(passages);
    }

    public enum Part {
        TITLE,
        DESCRIPTION,
        STRATEGY,
        TIPS,
        TAG
    }

    /**
     * One text, and what is done to it.
     *
     * @param text as it would be published; null if nothing is left of it
     * @param marks every change, by its place in what was sent
     * @param risk how much the rest may still say about who wrote it; a guess
     */
    public record Passage(Part part, @Nullable Prose text, List<Mark> marks, Risk risk) {
        public Passage {
            marks = List.copyOf(marks);
        }
    }
}
