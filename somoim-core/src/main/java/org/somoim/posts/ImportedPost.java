package org.somoim.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.imports.Entry;
import org.somoim.imports.Ref;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * What someone wrote in a group that was elsewhere.
 *
 * @param author need not belong to the group any more
 * @param title null for none
 * @param body in Markdown; mentions nobody
 */
public record ImportedPost(
        Ref<Post> ref,
        Ref<Group> group,
        Ref<User> author,
        @Nullable Line title,
        Prose body,
        Instant since) implements Entry {
    private static final Word KIND = new Word("post");

    /** @param name what the source calls the post, such as by a number */
    public static Ref<Post> ref(String name) {
        return new Ref<>(KIND, Line.of(name));
    }

    @Override
    public List<Ref<?>> names() {
        return List.of(ref, group, author);
    }
}
