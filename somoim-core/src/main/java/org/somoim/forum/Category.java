package org.somoim.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/**
 * A place for topics, and for further categories. What holds for it holds for those below it too: it is moderated if one
 * above it is, the highest of their levels is needed, and whoever looks after one above looks after it.
 *
 * @param parentId the one it stands in, or null if it stands at the top
 * @param description null if none is given
 * @param moderated whether the first post of each person awaits approval
 * @param minimumLevel the least level that reads and writes here
 */
public record Category(
        Id<Category> id,
        @Nullable Id<Category> parentId,
        Line name,
        @Nullable Prose description,
        ForumType type,
        boolean moderated,
        ExperienceLevel minimumLevel,
        Instant createdAt,
        Instant updatedAt) {

    /** From the top to the lowest, at most so many. */
    public static final int MOST_LEVELS = 5;

    static Category made(Id<Category> id, @Nullable Id<Category> parent, CategoryDraft draft, Instant now) {
        return new Category(
                id,
                parent,
                draft.name(),
                draft.description(),
                draft.type(),
                draft.moderated(),
                draft.minimumLevel(),
                now,
                now);
    }

    CategoryDraft draft() {
        return new CategoryDraft(name, description, type, moderated, minimumLevel);
    }

    Category changed(CategoryDraft draft, Instant now) {
        return new Category(
                id,
                parentId,
                draft.name(),
                draft.description(),
                draft.type(),
                draft.moderated(),
                draft.minimumLevel(),
                createdAt,
                now);
    }

    Category under(@Nullable Id<Category> parent, Instant now) {
        return new Category(id, parent, name, description, type, moderated, minimumLevel, createdAt, now);
    }
}
