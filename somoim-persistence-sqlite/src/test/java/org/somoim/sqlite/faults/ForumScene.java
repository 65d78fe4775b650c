package org.somoim.sqlite.faults;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.Heading;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.Verdict;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** The forum of a {@link Scene}: the owner looks after it, the member asks, a reader answers and judges. */
final class ForumScene {
    final Actor.Person reader;
    final Id<Category> category;

    /** Nothing stands in it. */
    final Id<Category> below;

    final Id<Category> moderated;

    /** The member's; the owner and the reader have answered. */
    final Id<Topic> question;

    final Id<ForumPost> answer;

    /** The member's; the reader has solved it. */
    final Id<Topic> solved;

    final Id<ForumPost> solution;

    /** The member's, with some posts, followed by the reader; one of the posts has another place. */
    final Id<Topic> topic;

    final Id<ForumPost> said;
    final Id<ForumPost> saidLater;
    final Id<ForumPost> deletedPost;
    final Id<Topic> deletedTopic;
    final Id<Topic> pinned;

    /** The reader's, in the moderated category. */
    final Id<ForumPost> waiting;

    /** The member's. */
    final Id<ForumDraft> draft;

    ForumScene(Community town, Actor.Person owner, Actor.Person member) {
        Somoim somoim = town.somoim;
        reader = town.person();
        category = make(somoim, null, CategoryDraft.open(Line.of("Talk"), ForumType.DISCUSSION));
        below = make(somoim, category, CategoryDraft.open(Line.of("More"), ForumType.DISCUSSION));
        moderated = make(
                somoim,
                null,
                new CategoryDraft(Line.of("Calm"), null, ForumType.DISCUSSION, true, ExperienceLevel.NEWCOMER));
        for (Id<Category> each : Set.of(category, moderated)) {
            somoim.forumCategories().appoint(Scene.HOST, each, owner.id());
        }
        somoim.forumCategories().appoint(Scene.HOST, below, member.id());
        question = open(somoim, member, category, PostType.QUESTION);
        somoim.forumPosts().write(owner, question, Prose.of("Perhaps"));
        answer = write(somoim, reader, question);
        somoim.forumVotes().like(member, answer);
        somoim.forumVotes().vote(member, answer, Verdict.HELPFUL);
        solved = open(somoim, member, category, PostType.QUESTION);
        solution = write(somoim, reader, solved);
        somoim.forumVotes().accept(member, solution);
        topic = open(somoim, member, category, PostType.DISCUSSION);
        Id<ForumPost> gone = write(somoim, owner, topic);
        said = write(somoim, reader, topic);
        saidLater = write(somoim, owner, topic);
        deletedPost = write(somoim, member, topic);
        somoim.forumCuration()
                .split(owner, topic, Set.of(gone), new Heading(Line.of("Split"), PostType.TIP, Tags.NONE));
        somoim.forumPosts().delete(member, deletedPost);
        somoim.forumTopics().follow(reader, topic);
        deletedTopic = open(somoim, member, category, PostType.STORY);
        somoim.forumTopics().delete(member, deletedTopic);
        pinned = open(somoim, owner, category, PostType.ANNOUNCEMENT);
        somoim.forumCuration().pin(owner, pinned);
        waiting = write(somoim, reader, open(somoim, owner, moderated, PostType.DISCUSSION));
        draft = somoim.forumDrafts()
                .begin(member, category, Line.of("Begun"), Prose.of("Soon more"), PostType.TIP, Tags.of("later"))
                .id();
    }

    /** What is forgotten some day. */
    static void leaveWhatNobodyWants(Somoim somoim, Actor.Person owner, Actor.Person member) {
        Id<Category> old = make(somoim, null, CategoryDraft.open(Line.of("Old"), ForumType.DISCUSSION));
        somoim.forumTopics().delete(member, open(somoim, member, old, PostType.DISCUSSION));
        Id<Topic> topic = open(somoim, owner, old, PostType.DISCUSSION);
        Id<ForumPost> post = write(somoim, member, topic);
        somoim.forumVotes().vote(owner, post, Verdict.HELPFUL);
        somoim.forumVotes().like(owner, post);
        somoim.forumPosts().delete(member, post);
        somoim.forumDrafts().beginAnswer(member, topic, Prose.of("Never sent"));
    }

    private static Id<Category> make(Somoim somoim, @Nullable Id<Category> parent, CategoryDraft draft) {
        return somoim.forumCategories().make(Scene.HOST, parent, draft).id();
    }

    static Id<Topic> open(Somoim somoim, Actor.Person person, Id<Category> category, PostType type) {
        return somoim.forumTopics()
                .open(
                        person,
                        category,
                        new TopicDraft(Line.of("Topic"), Prose.of("About"), type, Tags.of("one", "two")))
                .id();
    }

    static Id<ForumPost> write(Somoim somoim, Actor.Person person, Id<Topic> topic) {
        return somoim.forumPosts().write(person, topic, Prose.of("Said")).id();
    }
}
