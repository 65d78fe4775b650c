package org.somoim.forum;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;

/**
 * Which topics are wanted.
 *
 * @param category in this one and those below it, or null for all
 * @param tag with this one, in any case and width, or null for all
 * @param type of this one, or null for all
 * @param solved questions that are solved, or questions that are not, or null for all topics
 */
public record TopicFilter(
        @Nullable Id<Category> category,
        @Nullable Line tag,
        @Nullable PostType type,
        @Nullable Boolean solved) {
    public static final TopicFilter ALL = new TopicFilter(null, null, null, null);

    public TopicFilter {
        tag = tag == null ? null : Tags.folded(tag);
    }

    public static TopicFilter in(Id<Category> category) {
        return new TopicFilter(category, null, null, null);
    }
}
