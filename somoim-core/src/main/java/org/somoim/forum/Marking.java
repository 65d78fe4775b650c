package org.somoim.forum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Mutes;
import org.somoim.access.Restraint;
import org.somoim.forum.ForumGate.OpenedTopic;
import org.somoim.kernel.Id;

/** Puts to posts what they are to one reader. */
final class Marking {
    private final ForumPostStore posts;

    Marking(ForumPostStore posts) {
        this.posts = posts;
    }

    /** In the same order. */
    List<ShownForumPost> of(
            ForumGate.Screen screen, List<ForumPost> found, Function<ForumPost, @Nullable Id<ForumPost>> bestAnswer) {
        List<Id<ForumPost>> ids = found.stream().map(ForumPost::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<Id<ForumPost>> liked = posts.liked(screen.person(), ids);
        Map<Id<ForumPost>, Verdict> verdicts = posts.verdicts(screen.person(), ids);
        return found.stream()
                .map(post -> new ShownForumPost(
                        post,
                        Objects.equals(post.id(), bestAnswer.apply(post)),
                        liked.contains(post.id()),
                        verdicts.get(post.id()),
                        screen.known(post)))
                .toList();
    }

    /** @param laid what was decided about it */
    ShownForumPost of(OpenedTopic in, ForumPost post, Set<Restraint> laid) {
        var screen = new ForumGate.Screen(in.person(), in.isTheirs(), Set.of(), Mutes.NONE, Map.of(post.id(), laid));
        return of(screen, List.of(post), any -> in.topic().bestAnswerId()).get(0);
    }
}
