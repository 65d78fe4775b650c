package org.somoim.forum;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Mutes;
import org.somoim.access.Restraint;
import org.somoim.forum.ForumPostStore.Whereabouts;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;
import org.somoim.profiles.Levels;

/**
 * Opens categories, topics and posts to those who may get at them: first the category decides, by the level that it asks
 * for; then whether the thing is shown yet; then blocks and muted words. Whoever looks after a category sees what they look
 * after. What is not for the asker is as good as none, for every action.
 */
final class ForumGate {
    private final CategoryStore categories;
    private final TopicStore topics;
    private final ForumPostStore posts;
    private final Levels levels;
    private final Access access;

    ForumGate(CategoryStore categories, TopicStore topics, ForumPostStore posts, Levels levels, Access access) {
        this.categories = categories;
        this.topics = topics;
        this.posts = posts;
        this.levels = levels;
        this.access = access;
    }

    /**
     * What one person is to the whole forum.
     *
     * @param curates whether they look after every category
     * @param appointed which they were appointed to look after
     */
    record Reader(Id<User> person, boolean curates, Set<Id<Category>> appointed, ExperienceLevel level) {

        /** @param path of a category, itself first */
        boolean looksAfter(List<Category> path) {
            return curates || path.stream().map(Category::id).anyMatch(appointed::contains);
        }

        /** The one decision about categories. */
        boolean mayRead(List<Category> path) {
            return looksAfter(path)
                    || !path.isEmpty()
                            && path.stream().allMatch(category -> level.compareTo(category.minimumLevel()) >= 0);
        }
    }

    /** A category that someone got at. */
    record OpenedCategory(List<Category> path, Reader reader) {
        Category category() {
            return path.get(0);
        }

        Id<User> person() {
            return reader.person();
        }

        boolean isTheirs() {
            return reader.looksAfter(path);
        }

        /** Whom a list must leave out the blocked of, or null for nobody. */
        @Nullable
        Id<User> apartFrom() {
            return isTheirs() ? null : person();
        }

        /** Whether a topic of this type may be opened here, or changed to it. */
        void mustTake(PostType type) {
            boolean suits = isTheirs()
                    ? category().type() != ForumType.QUESTIONS
                            || type == PostType.QUESTION
                            || type == PostType.ANNOUNCEMENT
                    : switch (category().type()) {
                        case DISCUSSION -> type != PostType.ANNOUNCEMENT;
                        case QUESTIONS -> type == PostType.QUESTION;
                        case ANNOUNCEMENTS -> false;
                    };
            if (!suits) {
                throw ForumReason.WRONG_TYPE.refuse(category().id());
            }
        }
    }

    /**
     * A topic that someone got at.
     *
     * @param laid what was decided about it
     */
    record OpenedTopic(Topic topic, OpenedCategory in, Set<Restraint> laid) {
        Id<User> person() {
            return in.person();
        }

        /** Whether the reader looks after it. */
        boolean isTheirs() {
            return in.isTheirs();
        }

        boolean isAuthor() {
            return topic.authorId().equals(person());
        }

        /** For what changes something in it without adding a post. */
        void mustNotBeArchived() {
            if (topic.status() == TopicStatus.ARCHIVED) {
                throw ForumReason.ARCHIVED.refuse(topic.id());
            }
        }

        void mustNotWait() {
            if (topic.status() == TopicStatus.WAITING) {
                throw ForumReason.WAITING.refuse(topic.id());
            }
        }

        /** For what its author says anew. */
        void mustTakeWords() {
            mustNotBeArchived();
            if (topic.status() == TopicStatus.LOCKED && !isTheirs()) {
                throw ForumReason.LOCKED.refuse(topic.id());
            }
            if (laid.contains(Restraint.LOCKED) && !isTheirs()) {
                throw AccessReason.LOCKED.refuse(topic.id());
            }
        }

        /** What of that is for the reader to know: all of it for its author and those who look after it. */
        Set<Restraint> known() {
            return ForumGate.known(laid, isAuthor() || isTheirs());
        }
    }

    /**
     * A post that someone got at.
     *
     * @param laid what was decided about it
     */
    record OpenedPost(ForumPost post, OpenedTopic in, Set<Restraint> laid) {
        Id<User> person() {
            return in.person();
        }

        boolean isTheirs() {
            return in.isTheirs();
        }

        boolean isAuthor() {
            return post.authorId().equals(person());
        }

        void mustBeAuthor() {
            if (!isAuthor()) {
                throw ForumReason.NOT_YOURS.refuse(post.id());
            }
        }

        void mustHaveAPlace() {
            if (post.isWaiting()) {
                throw ForumReason.WAITING.refuse(post.id());
            }
        }
    }

    /** @param person who asks, and may */
    Reader reader(Id<User> person) {
        return new Reader(
                person,
                access.role(person)
                        .filter(role -> role.isAtLeast(ForumSiteAction.CURATE.least()))
                        .isPresent(),
                categories.moderatorships(person).stream()
                        .map(CategoryStore.Moderator::categoryId)
                        .collect(Collectors.toSet()),
                levels.of(person).experienceLevel());
    }

    Tree tree() {
        return new Tree(categories.all());
    }

    /** Those of {@code tree} that the reader may read. */
    static Set<Id<Category>> readable(Tree tree, Reader reader) {
        return tree.ids().stream().filter(id -> reader.mayRead(tree.path(id))).collect(Collectors.toSet());
    }

    /** Whether whoever has an account may read it, newcomers too. */
    boolean isOpenToAll(Topic topic) {
        List<Category> path = categories.path(topic.categoryId());
        return topic.status().isShown()
                && !path.isEmpty()
                && path.stream().allMatch(category -> category.minimumLevel() == ExperienceLevel.NEWCOMER);
    }

    OpenedCategory category(Actor actor, Id<Category> id) {
        return category(reader(access.requirePerson(actor)), id, id);
    }

    /** One that the actor looks after. */
    OpenedCategory categoryOfTheirs(Actor actor, Id<Category> id) {
        OpenedCategory opened = category(actor, id);
        if (!opened.isTheirs()) {
            throw AccessReason.NOT_ALLOWED.refuse(id);
        }
        return opened;
    }

    private OpenedCategory category(Reader reader, Id<Category> id, Id<?> asked) {
        List<Category> path = categories.path(id);
        if (path.isEmpty() || !reader.mayRead(path)) {
            throw access.notFound(asked);
        }
        return new OpenedCategory(path, reader);
    }

    /** What was merged opens as what it leads to. */
    OpenedTopic topic(Actor actor, Id<Topic> id) {
        Id<User> person = access.requirePerson(actor);
        Id<Topic> at = topics.find(id)
                .filter(topic -> !topic.isDeleted())
                .map(Topic::mergedInto)
                .orElse(id);
        return topic(person, found(at, id), id);
    }

    /** Not what it leads to; see {@link #topic}. */
    OpenedTopic itself(Actor actor, Id<Topic> id) {
        return topic(access.requirePerson(actor), found(id, id), id);
    }

    /** Itself, if the actor looks after it, whatever has become of it but that it was deleted. */
    OpenedTopic topicOfTheirs(Actor actor, Id<Topic> id) {
        OpenedTopic opened = itself(actor, id);
        if (!opened.isTheirs()) {
            throw AccessReason.NOT_ALLOWED.refuse(id);
        }
        return opened;
    }

    /** One that was deleted, for its author and for those who look after it. */
    OpenedTopic deletedTopic(Actor actor, Id<Topic> id) {
        Id<User> person = access.requirePerson(actor);
        Topic topic = topics.find(id).orElseThrow(() -> access.notFound(id));
        OpenedTopic opened = topic(person, topic, id);
        if (!opened.isAuthor() && !opened.isTheirs()) {
            throw access.notFound(id);
        }
        return opened;
    }

    /** Whether what was deleted can be brought back by the one who got at it. */
    static void mustBeRestorable(
            Id<?> id, OpenedTopic opened, @Nullable Instant deletedAt, @Nullable Id<User> deletedBy, Instant now) {
        if (deletedAt == null) {
            throw ForumReason.NOT_DELETED.refuse(id);
        }
        if (!opened.isTheirs() && !opened.person().equals(deletedBy)) {
            throw ForumReason.REMOVED_BY_MODERATOR.refuse(id);
        }
        if (now.isAfter(deletedAt.plus(ForumTerms.RESTORABLE))) {
            throw ForumReason.TOO_LATE_TO_RESTORE.refuse(id);
        }
    }

    private Topic found(Id<Topic> id, Id<?> asked) {
        return topics.find(id).filter(topic -> !topic.isDeleted()).orElseThrow(() -> access.notFound(asked));
    }

    private OpenedTopic topic(Id<User> person, Topic topic, Id<?> asked) {
        OpenedCategory in = category(reader(person), topic.categoryId(), asked);
        Screen screen = screen(in, Set.of(topic.authorId()), Set.of(topic.id()));
        var opened = new OpenedTopic(topic, in, screen.laid(topic.id()));
        boolean isShown = opened.isTheirs()
                || topic.status().isShown()
                || topic.status() == TopicStatus.WAITING && opened.isAuthor();
        if (!isShown || !screen.reads(topic)) {
            throw access.notFound(asked);
        }
        return opened;
    }

    OpenedPost post(Actor actor, Id<ForumPost> id) {
        return post(actor, id, id);
    }

    /** @param asked what a refusal names */
    OpenedPost post(Actor actor, Id<ForumPost> id, Id<?> asked) {
        Id<User> person = access.requirePerson(actor);
        ForumPost post = posts.find(id).filter(found -> !found.isDeleted()).orElseThrow(() -> access.notFound(asked));
        OpenedTopic in = topic(person, found(post.topicId(), asked), asked);
        Screen screen = screen(in.in(), Set.of(post.authorId()), Set.of(id));
        if (!screen.reads(post)) {
            throw access.notFound(asked);
        }
        return new OpenedPost(post, in, screen.laid(id));
    }

    /** One that the actor looks after. */
    OpenedPost postOfTheirs(Actor actor, Id<ForumPost> id) {
        OpenedPost opened = post(actor, id);
        if (!opened.isTheirs()) {
            throw AccessReason.NOT_ALLOWED.refuse(id);
        }
        return opened;
    }

    /** One that was deleted, for its author and for those who look after it. */
    OpenedPost deletedPost(Actor actor, Id<ForumPost> id) {
        Id<User> person = access.requirePerson(actor);
        ForumPost post = posts.find(id).orElseThrow(() -> access.notFound(id));
        var opened = new OpenedPost(post, topic(person, found(post.topicId(), id), id), access.restraints(id));
        if (!opened.isAuthor() && !opened.isTheirs()) {
            throw access.notFound(id);
        }
        return opened;
    }

    /**
     * What the reader gets to read in a category of these authors.
     *
     * @param contents ids of what it will be asked about
     */
    Screen screen(OpenedCategory in, Set<Id<User>> authors, Set<? extends Id<?>> contents) {
        return screen(in.person(), in.isTheirs(), authors, contents);
    }

    /** @param seesAll whether the person looks after all of it */
    Screen screen(Id<User> person, boolean seesAll, Set<Id<User>> authors, Set<? extends Id<?>> contents) {
        Map<Id<?>, Set<Restraint>> laid = access.restraints(contents);
        return seesAll
                ? new Screen(person, true, Set.of(), Mutes.NONE, laid)
                : new Screen(person, false, access.apart(person, authors), access.mutes(person), laid);
    }

    /** @throws org.somoim.kernel.Refusal {@code access.silenced} */
    void mustSpeak(Id<User> person) {
        if (access.restraints(person).contains(Restraint.MUTED)) {
            throw AccessReason.SILENCED.refuse();
        }
    }

    /** @param all whether all of it is for the reader to know, and not only what shows anyway */
    static Set<Restraint> known(Set<Restraint> laid, boolean all) {
        return laid.stream()
                .filter(restraint -> all || restraint == Restraint.LABELLED || restraint == Restraint.LOCKED)
                .collect(Collectors.toSet());
    }

    /**
     * Those of these posts and topics that {@code person} may read now. Muted words are left aside: their texts are not
     * looked at. A few queries, however many they are.
     */
    Set<Id<?>> readable(Id<User> person, Set<? extends Id<?>> contents) {
        List<Whereabouts> found = contents.isEmpty() ? List.of() : posts.whereabouts(contents);
        if (found.isEmpty() || !access.isActive(person)) {
            return Set.of();
        }
        Reader reader = reader(person);
        Tree tree = tree();
        Set<Id<User>> apart = access.apart(
                person,
                found.stream()
                        .flatMap(each -> Stream.of(each.authorId(), each.openedBy()))
                        .collect(Collectors.toSet()));
        Map<Id<?>, Set<Restraint>> laid = access.restraints(found.stream()
                .flatMap(each -> Stream.of(each.id(), each.topicId()))
                .collect(Collectors.toSet()));
        Set<Id<?>> readable = new HashSet<>();
        for (Whereabouts each : found) {
            List<Category> path = tree.path(each.categoryId());
            boolean isTheirs = reader.looksAfter(path);
            boolean isShown = each.shown() || each.authorId().equals(person);
            boolean isApart = apart.contains(each.authorId()) || apart.contains(each.openedBy());
            boolean isLeft = isLeft(laid, each.id(), isTheirs || each.authorId().equals(person))
                    && isLeft(laid, each.topicId(), isTheirs || each.openedBy().equals(person));
            if (isLeft && (isTheirs || reader.mayRead(path) && isShown && !isApart)) {
                readable.add(each.id());
            }
        }
        return readable;
    }

    /** Whether what was decided about it leaves it to be read; {@code own} for its author and those who look after it. */
    private static boolean isLeft(Map<Id<?>, Set<Restraint>> laid, Id<?> content, boolean own) {
        Set<Restraint> restraints = laid.getOrDefault(content, Set.of());
        return !restraints.contains(Restraint.REMOVED) && (own || !Restraint.hides(restraints));
    }

    /**
     * Blocks, muted words, and what was decided about contents, as they bear on one reader. The one decision about single
     * topics and posts.
     */
    record Screen(Id<User> person, boolean seesAll, Set<Id<User>> apart, Mutes mutes, Map<Id<?>, Set<Restraint>> laid) {

        boolean reads(Topic topic) {
            return reads(topic.id(), topic.authorId(), topic.title(), null);
        }

        /** What awaits approval is read by its author and those who look after it. */
        boolean reads(ForumPost post) {
            return (seesAll || isOwn(post.authorId()) || !post.isWaiting())
                    && reads(post.id(), post.authorId(), null, post.body());
        }

        /** Whether it is put in front of the reader, and not only found when asked for. */
        boolean isOffered(Topic topic) {
            return reads(topic)
                    && (seesAll || isOwn(topic.authorId()) || !laid(topic.id()).contains(Restraint.LIMITED));
        }

        Set<Restraint> laid(Id<?> content) {
            return laid.getOrDefault(content, Set.of());
        }

        Set<Restraint> known(ForumPost post) {
            return ForumGate.known(laid(post.id()), seesAll || isOwn(post.authorId()));
        }

        private boolean reads(Id<?> content, Id<User> author, @Nullable Line title, @Nullable Prose body) {
            return isLeft(laid, content, seesAll || isOwn(author))
                    && (seesAll || isOwn(author) || !apart.contains(author) && !mutes.hide(title, body));
        }

        private boolean isOwn(Id<User> author) {
            return author.equals(person);
        }
    }
}
