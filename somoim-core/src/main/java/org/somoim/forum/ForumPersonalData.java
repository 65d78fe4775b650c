package org.somoim.forum;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;
import org.somoim.profiles.Profiles;

/** Plug. Answers for what is kept of what people write in the forum, and of what they think of it. */
public final class ForumPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("forum")
            .table("forum-categories", Purpose.CONVERSATION)
            .plain(
                    "id",
                    "parent-category-id",
                    "name",
                    "description",
                    "forum-type",
                    "is-moderated",
                    "minimum-experience-level",
                    "created-at",
                    "updated-at")
            .table("category-moderators", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "created-at")
            .plain("category-id")
            .table("forum-topics", Purpose.CONVERSATION)
            .person("created-by-user-id", OnErasure.CHOSEN)
            .person("solved-by", OnErasure.EMPTIED)
            .person("deleted-by", OnErasure.UNNAMED)
            .about("created-by-user-id", "title", "post-type", "created-at", "edited-at", "deleted-at")
            .plain(
                    "id",
                    "category-id",
                    "status",
                    "views-count",
                    "posts-count",
                    "edition",
                    "best-answer-id",
                    "solved-at",
                    "pinned-at",
                    "merged-into",
                    "active-at",
                    "updated-at",
                    "is-solved",
                    "is-listed")
            .keptAfter("deleted", ForumTerms.RESTORABLE)
            .table("topic-tags", Purpose.CONVERSATION)
            .plain("topic-id", "place", "tag", "category-id", "active-at", "is-listed")
            .table("forum-posts", Purpose.CONVERSATION)
            .person("user-id", OnErasure.CHOSEN)
            .person("deleted-by", OnErasure.UNNAMED)
            .about("user-id", "content", "created-at", "edited-at", "updated-at", "deleted-at")
            .plain(
                    "id",
                    "topic-id",
                    "post-number",
                    "rank",
                    "likes-count",
                    "helpful-votes",
                    "quality-score",
                    "erased-at")
            .keptAfter("deleted", ForumTerms.RESTORABLE)
            .table("forum-likes", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "created-at")
            .plain("post-id")
            .table("forum-votes", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "verdict", "created-at")
            .plain("post-id")
            .table("topic-follows", Purpose.ATTENTION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "created-at")
            .plain("topic-id")
            .table("topic-redirects", Purpose.OPERATION)
            .plain("topic-id", "post-number", "edition", "post-id")
            .table("forum-drafts", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "title", "content", "post-type", "tags", "created-at", "updated-at")
            .plain("id", "category-id", "topic-id")
            .keptAfter("changed", ForumTerms.DRAFTS_KEPT)
            .done();

    private final CategoryStore categories;
    private final TopicStore topics;
    private final ForumPostStore posts;
    private final ForumDraftStore drafts;
    private final Standings standings;

    public ForumPersonalData(
            CategoryStore categories,
            TopicStore topics,
            ForumPostStore posts,
            ForumDraftStore drafts,
            Profiles profiles) {
        this.categories = categories;
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.standings = new Standings(posts, profiles);
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        categories
                .moderatorships(person)
                .forEach(each -> to.accept(Excerpt.of("category-moderators")
                        .id("category-id", each.categoryId())
                        .time("created-at", each.createdAt())
                        .done()));
        Walk.through(
                (after, limit) -> topics.by(person, after, limit),
                topic -> Cursor.of(topic.createdAt(), topic.id()),
                topic -> to.accept(topic(topic)));
        Walk.through(
                (after, limit) -> posts.by(person, after, limit),
                post -> Cursor.of(post.createdAt(), post.id()),
                post -> to.accept(post(post)));
        Walk.through(
                (after, limit) -> posts.likes(person, after, limit),
                like -> Cursor.of(like.createdAt(), like.postId()),
                like -> to.accept(Excerpt.of("forum-likes")
                        .id("post-id", like.postId())
                        .time("created-at", like.createdAt())
                        .done()));
        Walk.through(
                (after, limit) -> posts.votes(person, after, limit),
                vote -> Cursor.of(vote.createdAt(), vote.postId()),
                vote -> to.accept(Excerpt.of("forum-votes")
                        .id("post-id", vote.postId())
                        .text("verdict", vote.verdict())
                        .time("created-at", vote.createdAt())
                        .done()));
        Walk.through(
                (after, limit) -> topics.follows(person, after, limit),
                follow -> Cursor.of(follow.createdAt(), follow.topicId()),
                follow -> to.accept(Excerpt.of("topic-follows")
                        .id("topic-id", follow.topicId())
                        .time("created-at", follow.createdAt())
                        .done()));
        Walk.through(
                (after, limit) -> drafts.of(person, after, limit),
                draft -> Cursor.of(draft.updatedAt(), draft.id()),
                draft -> to.accept(draft(draft)));
    }

    private static Excerpt topic(Topic topic) {
        return Excerpt.of("forum-topics")
                .id("id", topic.id())
                .id("category-id", topic.categoryId())
                .text("title", topic.title())
                .text("post-type", topic.type())
                .texts("tags", words(topic.tags()))
                .text("status", topic.status())
                .time("created-at", topic.createdAt())
                .time("edited-at", topic.editedAt())
                .time("deleted-at", topic.deletedAt())
                .done();
    }

    private static Excerpt post(ForumPost post) {
        return Excerpt.of("forum-posts")
                .id("id", post.id())
                .id("topic-id", post.topicId())
                .number("post-number", post.number())
                .text("content", post.body())
                .number("likes-count", post.likes())
                .number("helpful-votes", post.helpful())
                .time("created-at", post.createdAt())
                .time("edited-at", post.editedAt())
                .time("deleted-at", post.deletedAt())
                .done();
    }

    private static Excerpt draft(ForumDraft draft) {
        return Excerpt.of("forum-drafts")
                .id("id", draft.id())
                .id("category-id", draft.categoryId())
                .id("topic-id", draft.topicId())
                .text("title", draft.title())
                .text("content", draft.body())
                .text("post-type", draft.type())
                .texts("tags", words(draft.tags()))
                .time("created-at", draft.createdAt())
                .time("updated-at", draft.updatedAt())
                .done();
    }

    private static List<String> words(Tags tags) {
        return tags.lines().stream().map(Line::value).toList();
    }

    /** What the person gave to others first, so that their standing follows. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Id<User> person = leaving.person();
        int given = takeBack(tx, person, most);
        if (given > 0) {
            return given;
        }
        boolean kept = leaving.keeps("forum-posts");
        List<ForumPost> written = posts.leaving(person, kept, most);
        written.forEach(post -> erase(tx, post.id(), person, kept));
        if (!written.isEmpty()) {
            return written.size();
        }
        List<Topic> opened = topics.leaving(person, leaving.keeps("forum-topics"), most);
        opened.forEach(topic -> erase(tx, topic));
        return opened.size()
                + topics.removeFollows(person, most)
                + drafts.removeOf(person, most)
                + categories.removeModeratorships(person);
    }

    private int takeBack(Work.Tx tx, Id<User> person, int most) {
        Set<Id<ForumPost>> judged = new HashSet<>();
        for (Vote vote : posts.votes(person, null, most)) {
            posts.unvote(vote.postId(), person);
            judged.add(vote.postId());
        }
        for (ForumPostStore.Like like : posts.likes(person, null, most)) {
            posts.unlike(like.postId(), person);
            judged.add(like.postId());
        }
        List<Topic> solved = topics.solvedBy(person, most);
        for (Topic topic : solved) {
            topics.put(topic.withoutSolver());
        }
        Set<Id<ForumPost>> altered = new HashSet<>(judged);
        solved.stream().flatMap(topic -> topic.answer().stream()).forEach(altered::add);
        judged.forEach(this::count);
        altered.stream()
                .sorted()
                .flatMap(post -> posts.find(post).stream())
                .map(ForumPost::authorId)
                .distinct()
                .forEach(author -> standings.settle(tx, author));
        return judged.size() + solved.size();
    }

    private void count(Id<ForumPost> post) {
        Tally tally = posts.tally(post);
        posts.putTally(post, tally.likes(), tally.helpful(), tally.quality());
    }

    /** What others answered keeps its place. */
    private void erase(Work.Tx tx, Id<ForumPost> id, Id<User> person, boolean kept) {
        ForumPost post = posts.find(id).orElse(null);
        if (post == null) {
            // Gone with its topic a moment ago.
            return;
        }
        Topic topic = topics.find(post.topicId()).orElseThrow();
        boolean isForNobody = topic.isDeleted() || topic.status() == TopicStatus.WAITING;
        if (!posts.isAnswered(topic.id(), person) && (isForNobody || !kept)) {
            topics.remove(topic.id());
        } else if (post.isWaiting()) {
            posts.remove(id);
        } else {
            if (id.equals(topic.bestAnswerId())) {
                topics.put(topic.unsolved(tx.now()));
            }
            if (!post.isOpening() && !post.isDeleted()) {
                posts.put(post.deleted(person, tx.now()));
            }
            posts.empty(id, tx.now());
        }
    }

    private void erase(Work.Tx tx, Topic topic) {
        if (posts.isAnswered(topic.id(), topic.authorId())) {
            topics.put(topic.headed(new Heading(Topic.GONE, topic.type(), Tags.NONE), tx.now()));
        } else {
            topics.remove(topic.id());
        }
    }
}
