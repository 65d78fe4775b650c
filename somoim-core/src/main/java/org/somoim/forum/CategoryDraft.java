package org.somoim.forum;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** What a category is to be. See {@link Category} for each of them. */
public record CategoryDraft(
        Line name, @Nullable Prose description, ForumType type, boolean moderated, ExperienceLevel minimumLevel) {

    /** Open to everyone, without approval. */
    public static CategoryDraft open(Line name, ForumType type) {
        return new CategoryDraft(name, null, type, false, ExperienceLevel.NEWCOMER);
    }
}
