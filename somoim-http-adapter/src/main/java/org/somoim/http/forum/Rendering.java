package org.somoim.http.forum;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Restraint;
import org.somoim.forum.Category;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ShownCategory;
import org.somoim.forum.ShownForumPost;
import org.somoim.forum.ShownTopic;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.http.markdown.Markdown;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.profiles.Profiles;

/** Makes views of the forum: with rendered Markdown, and with all names of one answer asked for at once. */
final class Rendering {
    private final Profiles profiles;
    private final Markdown markdown = new Markdown();

    Rendering(Profiles profiles) {
        this.profiles = profiles;
    }

    CategoryView category(ShownCategory shown) {
        return category(shown.category(), shown.moderators(), shown.isMine());
    }

    /** One that nobody has been appointed to. */
    CategoryView made(Category category) {
        return category(category, Set.of(), true);
    }

    private static CategoryView category(Category category, Set<Id<User>> moderators, boolean isMine) {
        return new CategoryView(
                category.id().toString(),
                text(category.parentId()),
                category.name().value(),
                text(category.description()),
                category.type().name(),
                category.moderated(),
                category.minimumLevel().name(),
                moderators.stream().sorted().map(Id::toString).toList(),
                isMine,
                category.createdAt().toString());
    }

    TopicView topic(Actor reader, ShownTopic shown) {
        ShownForumPost opening = shown.opening();
        Prose description = opening == null ? null : opening.post().body();
        return view(
                shown.topic(),
                names(reader, Stream.of(shown.topic().authorId())),
                text(description),
                description == null ? null : markdown.html(description),
                shown.follows(),
                shown.isMine(),
                words(shown.restraints()));
    }

    TopicView topic(Actor reader, Topic topic) {
        return topics(reader, List.of(topic)).get(0);
    }

    List<TopicView> topics(Actor reader, List<Topic> topics) {
        Map<Id<User>, Line> names = names(reader, topics.stream().map(Topic::authorId));
        return topics.stream()
                .map(topic -> view(topic, names, null, null, null, null, null))
                .toList();
    }

    Page<TopicView> topics(Actor reader, Page<Topic> page) {
        return new Page<>(topics(reader, page.items()), page.next());
    }

    PostView post(Actor reader, ShownForumPost shown) {
        return view(shown, names(reader, Stream.of(shown.post().authorId())));
    }

    Page<PostView> posts(Actor reader, Page<ShownForumPost> page) {
        Map<Id<User>, Line> names =
                names(reader, page.items().stream().map(one -> one.post().authorId()));
        return page.map(one -> view(one, names));
    }

    /** What nobody has given anything to. */
    PostView fresh(Actor reader, ForumPost post) {
        return post(reader, new ShownForumPost(post, false, false, null, Set.of()));
    }

    /** Posts that await approval. */
    Page<PostView> waiting(Actor reader, Page<ForumPost> page) {
        return posts(reader, page.map(post -> new ShownForumPost(post, false, false, null, Set.of())));
    }

    DraftView draft(ForumDraft draft) {
        return new DraftView(
                draft.id().toString(),
                text(draft.categoryId()),
                text(draft.topicId()),
                draft.title() == null ? null : draft.title().value(),
                draft.body().value(),
                draft.type() == null ? null : draft.type().name(),
                words(draft.tags()),
                draft.createdAt().toString(),
                draft.updatedAt().toString());
    }

    private static TopicView view(
            Topic topic,
            Map<Id<User>, Line> names,
            @Nullable String description,
            @Nullable String html,
            @Nullable Boolean follows,
            @Nullable Boolean isMine,
            @Nullable List<String> restraints) {
        return new TopicView(
                topic.id().toString(),
                topic.categoryId().toString(),
                topic.authorId().toString(),
                name(topic.authorId(), names),
                topic.title().value(),
                description,
                html,
                topic.type().name(),
                topic.status().name(),
                topic.views(),
                topic.posts(),
                topic.edition(),
                topic.isSolved(),
                text(topic.bestAnswerId()),
                topic.isPinned(),
                words(topic.tags()),
                follows,
                isMine,
                restraints,
                topic.createdAt().toString(),
                text(topic.editedAt()),
                topic.activeAt().toString());
    }

    private PostView view(ShownForumPost shown, Map<Id<User>, Line> names) {
        ForumPost post = shown.post();
        return new PostView(
                post.id().toString(),
                post.topicId().toString(),
                post.authorId().toString(),
                name(post.authorId(), names),
                post.body().value(),
                markdown.html(post.body()),
                post.isWaiting() ? null : post.number(),
                post.isWaiting(),
                post.likes(),
                post.helpful(),
                post.quality(),
                shown.isBestAnswer(),
                shown.liked(),
                shown.verdict() == null ? null : shown.verdict().name(),
                words(shown.restraints()),
                post.createdAt().toString(),
                text(post.editedAt()));
    }

    private Map<Id<User>, Line> names(Actor reader, Stream<Id<User>> people) {
        return profiles.names(reader, people.collect(Collectors.toSet()));
    }

    private static @Nullable String name(Id<User> person, Map<Id<User>, Line> names) {
        Line name = names.get(person);
        return name == null ? null : name.value();
    }

    private static List<String> words(Tags tags) {
        return tags.lines().stream().map(Line::value).toList();
    }

    private static List<String> words(Set<Restraint> restraints) {
        return restraints.stream().map(Enum::name).sorted().toList();
    }

    private static @Nullable String text(@Nullable Prose prose) {
        return prose == null ? null : prose.value();
    }

    private static @Nullable String text(@Nullable Id<?> id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /**
     * @param moderatorUserIds who was appointed here; who looks after one above looks after this one too
     * @param isMine whether the reader looks after it
     */
    record CategoryView(
            String id,
            @Nullable String parentCategoryId,
            String name,
            @Nullable String description,
            String forumType,
            boolean isModerated,
            String minimumExperienceLevel,
            List<String> moderatorUserIds,
            boolean isMine,
            String createdAt)
            implements View {}

    /**
     * @param createdByName left out where the reader may not know it
     * @param description what it is about, in Markdown; left out in lists
     * @param html {@code description} rendered, safe to put into a page
     * @param edition how often its posts have been numbered; part of a link to one of them
     * @param follows whether the reader follows it; left out in lists
     * @param isMine whether the reader looks after it; left out in lists
     * @param restraints what was decided about it, as far as the reader may know it; left out in lists
     */
    record TopicView(
            String id,
            String categoryId,
            String createdByUserId,
            @Nullable String createdByName,
            String title,
            @Nullable String description,
            @Nullable String html,
            String postType,
            String status,
            long viewsCount,
            int postsCount,
            int edition,
            boolean isSolved,
            @Nullable String bestAnswerId,
            boolean isPinned,
            List<String> tags,
            @Nullable Boolean follows,
            @Nullable Boolean isMine,
            @Nullable List<String> restraints,
            String createdAt,
            @Nullable String editedAt,
            String activeAt)
            implements View {}

    /**
     * @param userName left out where the reader may not know it
     * @param html {@code content} rendered, safe to put into a page
     * @param postNumber from 1; left out while it awaits approval
     * @param qualityScore in thousandths
     * @param verdict what the reader said of it, left out if nothing
     * @param restraints what was decided about it, as far as the reader may know it
     */
    record PostView(
            String id,
            String topicId,
            String userId,
            @Nullable String userName,
            String content,
            String html,
            @Nullable Integer postNumber,
            boolean isWaiting,
            int likesCount,
            int helpfulVotes,
            int qualityScore,
            boolean isBestAnswer,
            boolean isLiked,
            @Nullable String verdict,
            List<String> restraints,
            String createdAt,
            @Nullable String editedAt)
            implements View {}

    /** @param categoryId of a topic; of a post, {@code topicId} is there instead */
    record DraftView(
            String id,
            @Nullable String categoryId,
            @Nullable String topicId,
            @Nullable String title,
            String content,
            @Nullable String postType,
            List<String> tags,
            String createdAt,
            String updatedAt)
            implements View {}
}
