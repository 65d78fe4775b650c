package org.somoim.http.posts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.http.markdown.Markdown;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.posts.Comment;
import org.somoim.posts.Marks;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.posts.Revision;
import org.somoim.posts.ShownPost;
import org.somoim.posts.ThreadEntry;
import org.somoim.profiles.Profiles;

/** Makes views of posts and comments: with rendered Markdown, and with all names of one answer asked for at once. */
final class Rendering {
    private final Profiles profiles;
    private final Markdown markdown = new Markdown();

    Rendering(Profiles profiles) {
        this.profiles = profiles;
    }

    PostView post(Actor reader, ShownPost shown) {
        return posts(reader, List.of(shown)).get(0);
    }

    List<PostView> posts(Actor reader, List<ShownPost> shown) {
        Map<Id<User>, Line> names =
                names(reader, shown.stream().map(one -> one.post().authorId()));
        return shown.stream().map(one -> view(one.post(), one.marks(), names)).toList();
    }

    Page<PostView> posts(Actor reader, Page<ShownPost> page) {
        return new Page<>(posts(reader, page.items()), page.next());
    }

    CommentView comment(Actor reader, ThreadEntry.Said said) {
        return view(said, names(reader, Stream.of(said.comment().authorId())));
    }

    Page<CommentView> thread(Actor reader, Page<ThreadEntry> page) {
        Map<Id<User>, Line> names = names(
                reader,
                page.items().stream()
                        .filter(ThreadEntry.Said.class::isInstance)
                        .map(entry -> ((ThreadEntry.Said) entry).comment().authorId()));
        return page.map(
                entry -> entry instanceof ThreadEntry.Said said ? view(said, names) : gone((ThreadEntry.Gone) entry));
    }

    Page<ReactedView> reactions(Actor reader, Page<Reaction> page) {
        Map<Id<User>, Line> names = names(reader, page.items().stream().map(Reaction::userId));
        return page.map(reaction -> new ReactedView(
                person(reaction.userId(), names),
                reaction.kind().name(),
                reaction.createdAt().toString()));
    }

    RevisionView revision(Revision revision) {
        return new RevisionView(
                revision.title() == null ? null : revision.title().value(),
                revision.body().value(),
                markdown.html(revision.body()),
                revision.replacedAt().toString());
    }

    static List<ReactionView> reactions(Marks marks) {
        if (marks.reactions().isEmpty()) {
            return List.of();
        }
        return Arrays.stream(Reaction.Kind.values())
                .filter(marks.reactions()::containsKey)
                .map(kind -> new ReactionView(
                        kind.name(),
                        Objects.requireNonNull(marks.reactions().get(kind)),
                        marks.own().contains(kind)))
                .toList();
    }

    private PostView view(Post post, Marks marks, Map<Id<User>, Line> names) {
        return new PostView(
                post.id().toString(),
                text(post.groupId()),
                text(post.pageOf()),
                person(post.authorId(), names),
                post.title() == null ? null : post.title().value(),
                post.body().value(),
                markdown.html(post.body()),
                post.isPinned(),
                post.comments(),
                reactions(marks),
                mentions(marks),
                restraints(marks),
                post.createdAt().toString(),
                text(post.editedAt()));
    }

    private CommentView view(ThreadEntry.Said said, Map<Id<User>, Line> names) {
        Comment comment = said.comment();
        return new CommentView(
                comment.id().toString(),
                text(comment.parentId()),
                comment.depth(),
                false,
                person(comment.authorId(), names),
                comment.body().value(),
                markdown.html(comment.body()),
                comment.replies(),
                reactions(said.marks()),
                mentions(said.marks()),
                restraints(said.marks()),
                comment.createdAt().toString(),
                text(comment.editedAt()));
    }

    private static CommentView gone(ThreadEntry.Gone gone) {
        return new CommentView(
                gone.id().toString(),
                text(gone.parentId()),
                gone.depth(),
                true,
                null,
                null,
                null,
                gone.replies(),
                List.of(),
                List.of(),
                List.of(),
                gone.createdAt().toString(),
                null);
    }

    private Map<Id<User>, Line> names(Actor reader, Stream<Id<User>> people) {
        return profiles.names(reader, people.collect(Collectors.toSet()));
    }

    private static PersonView person(Id<User> person, Map<Id<User>, Line> names) {
        Line name = names.get(person);
        return new PersonView(person.toString(), name == null ? null : name.value());
    }

    /** Most posts have none, and a page is made of many. */
    private static List<String> restraints(Marks marks) {
        return marks.restraints().isEmpty()
                ? List.of()
                : marks.restraints().stream().map(Enum::name).sorted().toList();
    }

    private static List<String> mentions(Marks marks) {
        Set<Id<User>> mentions = marks.mentions();
        return mentions.isEmpty()
                ? List.of()
                : mentions.stream().sorted().map(Id::toString).toList();
    }

    private static @Nullable String text(@Nullable Id<?> id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** @param name left out where the reader may not know it */
    record PersonView(String id, @Nullable String name) implements View {}

    /** @param html {@code body} rendered, safe to put into a page */
    record PostView(
            String id,
            @Nullable String groupId,
            @Nullable String pageOf,
            PersonView author,
            @Nullable String title,
            String body,
            String html,
            boolean isPinned,
            int comments,
            List<ReactionView> reactions,
            List<String> mentions,
            List<String> restraints,
            String createdAt,
            @Nullable String editedAt)
            implements View {}

    /** @param isGone whether only its place is left; then author, body and html are left out */
    record CommentView(
            String id,
            @Nullable String parentId,
            int depth,
            boolean isGone,
            @Nullable PersonView author,
            @Nullable String body,
            @Nullable String html,
            int replies,
            List<ReactionView> reactions,
            List<String> mentions,
            List<String> restraints,
            String createdAt,
            @Nullable String editedAt)
            implements View {}

    /** @param isMine whether the reader is among them */
    record ReactionView(String kind, int count, boolean isMine) implements View {}

    record ReactedView(PersonView person, String kind, String createdAt) implements View {}

    record RevisionView(@Nullable String title, String body, String html, String replacedAt) implements View {}
}
