package org.somoim.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.forum.Agora.ALL;
import static org.somoim.forum.Agora.HOST;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

@Covers({"FRM-2", "FRM-5"})
class ForumTopicsTest {
    private final Agora agora = new Agora();
    private final Category category = agora.category();
    private final Actor.Person author = agora.town.person();
    private final Actor.Person reader = agora.town.person();

    @Test
    void aTopicOpensWithItsDescriptionAsItsFirstPost() {
        Topic topic = agora.topics.open(author, category.id(), Agora.draft(PostType.QUESTION, "적금", "Bonus"));

        ShownTopic shown = agora.topics.get(reader, topic.id());

        assertThat(shown.topic().status()).isEqualTo(TopicStatus.OPEN);
        assertThat(shown.topic().posts()).isEqualTo(1);
        assertThat(shown.topic().tags()).isEqualTo(Tags.of("적금", "bonus"));
        assertThat(shown.opening()).isNotNull();
        assertThat(shown.opening().post().number()).isEqualTo(1);
        assertThat(shown.opening().post().body()).isEqualTo(Prose.of("어떻게 **시작**하죠"));
        assertThat(shown.topic().isSolved()).isFalse();
    }

    @Test
    void aCategoryTakesOnlyWhatItIsFor() {
        Category questions = agora.category(null, ForumType.QUESTIONS, false, ExperienceLevel.NEWCOMER);
        Category news = agora.category(null, ForumType.ANNOUNCEMENTS, false, ExperienceLevel.NEWCOMER);

        assertRefused("forum.wrong-type", () -> agora.topic(author, questions));
        assertRefused("forum.wrong-type", () -> agora.topic(author, news));
        assertRefused(
                "forum.wrong-type", () -> agora.topics.open(author, category.id(), Agora.draft(PostType.ANNOUNCEMENT)));
        agora.question(author, questions);
        agora.topics.open(agora.moderatorOf(news), news.id(), Agora.draft(PostType.ANNOUNCEMENT));
        Topic topic = agora.question(author, questions);
        assertRefused(
                "forum.wrong-type", () -> agora.topics.edit(author, topic.id(), now -> Agora.heading(PostType.TIP)));
    }

    @Test
    void topicsAreListedLastActiveFirstPageByPage() {
        Topic first = agora.topic(author, category);
        agora.town.clock.advance(Duration.ofMinutes(1));
        Topic second = agora.topic(author, category);
        agora.town.clock.advance(Duration.ofMinutes(1));
        agora.post(reader, first);

        Page<Topic> page = agora.topics.list(reader, TopicFilter.in(category.id()), Page.Ask.first(1));
        assertThat(page.items()).extracting(Topic::id).containsExactly(first.id());
        Page<Topic> next = agora.topics.list(reader, TopicFilter.in(category.id()), new Page.Ask(page.next(), 1));
        assertThat(next.items()).extracting(Topic::id).containsExactly(second.id());
        assertThat(next.next()).isNull();
    }

    @Test
    void topicsAreFoundByTagTypeAndWhetherTheyAreSolved() {
        Topic tagged = agora.topics.open(author, category.id(), Agora.draft(PostType.TIP, "절약"));
        Topic question = agora.question(author, category);
        Topic solved = agora.question(author, category);
        agora.votes.accept(author, agora.post(reader, solved).id());

        assertThat(agora.listed(reader, new TopicFilter(null, Line.of("절약"), null, null)))
                .containsExactly(tagged.id());
        assertThat(agora.listed(reader, new TopicFilter(null, null, PostType.TIP, null)))
                .containsExactly(tagged.id());
        assertThat(agora.listed(reader, new TopicFilter(null, null, null, true)))
                .containsExactly(solved.id());
        assertThat(agora.listed(reader, new TopicFilter(null, null, null, false)))
                .containsExactly(question.id());
    }

    @Test
    void aListOfACategoryHoldsWhatIsBelowIt() {
        Category child = agora.under(category);
        Topic below = agora.topic(author, child);
        agora.topic(author, agora.category());

        assertThat(agora.listed(reader, TopicFilter.in(category.id()))).containsExactly(below.id());
    }

    @Test
    void whoIsApartReadsNothingOfTheOther() {
        Topic topic = agora.topic(author, category);
        Topic own = agora.topic(reader, category);
        ForumPost post = agora.post(author, own);
        agora.block(author, reader);

        assertRefused("access.not-found", () -> agora.topics.get(reader, topic.id()));
        assertRefused("access.not-found", () -> agora.posts.in(reader, topic.id(), PostOrder.NUMBER, ALL));
        assertRefused("access.not-found", () -> agora.posts.get(reader, post.id()));
        assertRefused("access.not-found", () -> agora.votes.vote(reader, post.id(), Verdict.HELPFUL));
        assertThat(agora.listed(reader, TopicFilter.ALL)).containsExactly(own.id());
        assertThat(agora.read(reader, own.id())).noneMatch(each -> each.id().equals(post.id()));
    }

    @Test
    void mutedWordsHideTopicsAndPostsOfOthersOnly() {
        Topic topic = agora.topic(author, category);
        Topic own = agora.topic(reader, category);
        agora.somoim.profiles().mute(reader, Line.of("적금"));

        assertRefused("access.not-found", () -> agora.topics.get(reader, topic.id()));
        assertThat(agora.listed(reader, TopicFilter.ALL)).containsExactly(own.id());
    }

    @Test
    void whoLooksAfterACategorySeesWhatTheyLookAfter() {
        Topic topic = agora.topic(author, category);
        Actor.Person moderator = agora.moderatorOf(category);
        agora.block(author, moderator);

        assertThat(agora.topics.get(moderator, topic.id()).isMine()).isTrue();
        assertThat(agora.listed(moderator, TopicFilter.in(category.id()))).containsExactly(topic.id());
    }

    @Test
    void itsAuthorTakesATopicAwayWhileNobodyHasAnsweredAndBringsItBack() {
        Topic topic = agora.topic(author, category);
        agora.post(author, topic);
        agora.topics.delete(author, topic.id());
        assertRefused("access.not-found", () -> agora.topics.get(author, topic.id()));
        assertRefused("access.not-found", () -> agora.topics.restore(reader, topic.id()));
        agora.topics.restore(author, topic.id());
        agora.post(reader, topic);

        assertRefused("forum.answered", () -> agora.topics.delete(author, topic.id()));
        assertRefused("forum.not-yours", () -> agora.topics.delete(reader, topic.id()));
        agora.topics.delete(agora.moderatorOf(category), topic.id());
        assertRefused("forum.removed-by-moderator", () -> agora.topics.restore(author, topic.id()));
    }

    @Test
    void whatWasDeletedLongAgoIsGoneForGood() {
        Topic topic = agora.topic(author, category);
        agora.topics.delete(author, topic.id());
        Topic other = agora.topic(author, category);
        ForumPost post = agora.post(reader, other);
        agora.posts.delete(reader, post.id());
        agora.town.clock.advance(ForumTerms.RESTORABLE.plusMillis(1));

        assertRefused("forum.too-late-to-restore", () -> agora.topics.restore(author, topic.id()));
        assertRefused("forum.too-late-to-restore", () -> agora.posts.restore(reader, post.id()));
        assertThat(agora.topics.purge(HOST)).isEqualTo(2);
        assertThat(agora.topics.purge(HOST)).isZero();
        assertRefused("access.not-found", () -> agora.topics.restore(author, topic.id()));
        assertThat(agora.keptPost(post.id()).body()).isEqualTo(ForumPost.GONE);
        assertThat(agora.keptPost(post.id()).number()).isEqualTo(2);
    }

    @Test
    void looksAreCountedOncePerPersonAndNotOfTheAuthor() {
        Topic topic = agora.topic(author, category);
        agora.topics.get(author, topic.id());
        agora.topics.get(reader, topic.id());
        agora.topics.get(reader, topic.id());
        agora.topics.get(agora.town.person(), topic.id());
        assertThat(agora.kept(topic.id()).views()).isZero();

        assertThat(agora.topics.countViews(HOST)).isEqualTo(1);
        assertThat(agora.kept(topic.id()).views()).isEqualTo(2);
        assertThat(agora.topics.countViews(HOST)).isZero();
        agora.topics.get(reader, topic.id());
        agora.somoim.tick();
        assertThat(agora.kept(topic.id()).views()).isEqualTo(3);
    }

    @Test
    void whoFollowsFindsTheTopicAgain() {
        Topic topic = agora.topic(author, category);
        agora.topics.follow(reader, topic.id());
        agora.topics.follow(reader, topic.id());

        assertThat(agora.topics.following(reader, ALL).items())
                .extracting(Topic::id)
                .containsExactly(topic.id());
        assertThat(agora.topics.get(reader, topic.id()).follows()).isTrue();
        assertThat(agora.topics.following(author, ALL).items()).hasSize(1);
        agora.topics.unfollow(reader, topic.id());
        assertThat(agora.topics.following(reader, ALL).items()).isEmpty();
        agora.topics.follow(reader, topic.id());
        agora.block(author, reader);
        assertThat(agora.topics.following(reader, ALL).items()).isEmpty();
    }

    @Test
    void anAuthorChangesTheHeadingAndNobodyElseDoes() {
        Topic topic = agora.question(author, category);

        assertRefused(
                "forum.not-yours",
                () -> agora.topics.edit(reader, topic.id(), now -> Agora.heading(PostType.QUESTION)));
        Topic edited = agora.topics.edit(author, topic.id(), now -> Agora.heading(PostType.QUESTION));
        assertThat(edited.title()).isEqualTo(Line.of("따로 이야기해요"));
        assertThat(edited.editedAt()).isNotNull();
    }

    @Test
    void anUnknownTopicIsAsGoodAsOneThatIsNotForMe() {
        Category high = agora.forLevel(ExperienceLevel.EXPERT);
        Topic hidden = agora.topic(agora.ofLevel(ExperienceLevel.EXPERT), high);
        Id<Topic> none = agora.town.ports.ids().timeOrdered();

        for (Id<Topic> id : List.of(hidden.id(), none)) {
            assertRefused("access.not-found", () -> agora.topics.get(reader, id));
            assertRefused("access.not-found", () -> agora.topics.follow(reader, id));
            assertRefused("access.not-found", () -> agora.topics.find(reader, new Permalink(id, 1, 1)));
            assertRefused("access.not-found", () -> agora.posts.write(reader, id, Prose.of("저요")));
        }
    }
}
