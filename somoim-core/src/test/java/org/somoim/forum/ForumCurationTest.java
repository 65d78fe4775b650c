package org.somoim.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.forum.Agora.ALL;
import static org.somoim.memory.Refused.assertRefused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

@Covers({"FRM-1", "FRM-2", "FRM-5"})
class ForumCurationTest {
    private final Agora agora = new Agora();
    private final Category category = agora.category();
    private final Actor.Person moderator = agora.moderatorOf(category);
    private final Actor.Person author = agora.town.person();
    private final Actor.Person other = agora.town.person();

    @Test
    void firstPostsInAModeratedCategoryAwaitApproval() {
        Category moderated = agora.moderated();
        Actor.Person keeper = agora.moderatorOf(moderated);
        Topic topic = agora.topic(author, moderated);

        assertThat(topic.status()).isEqualTo(TopicStatus.WAITING);
        assertThat(topic.posts()).isZero();
        assertRefused("access.not-found", () -> agora.topics.get(other, topic.id()));
        assertThat(agora.listed(other, TopicFilter.ALL)).isEmpty();
        assertThat(agora.listed(author, TopicFilter.ALL)).isEmpty();
        assertThat(agora.topics.get(author, topic.id()).opening()).isNotNull();
        assertRefused("forum.waiting", () -> agora.post(author, topic));
        assertThat(agora.curation.waiting(other, ALL).items()).isEmpty();
        List<ForumPost> waiting = agora.curation.waiting(keeper, ALL).items();
        assertThat(waiting).hasSize(1);

        ForumPost approved = agora.curation.approve(keeper, waiting.get(0).id());

        assertThat(approved.number()).isEqualTo(1);
        assertThat(agora.topics.get(other, topic.id()).topic().status()).isEqualTo(TopicStatus.OPEN);
        assertThat(agora.post(author, topic).number()).isEqualTo(2);
        ForumPost others = agora.post(other, topic);
        assertThat(others.isWaiting()).isTrue();
        assertThat(agora.read(author, topic.id())).hasSize(2);
        assertRefused("access.not-found", () -> agora.posts.get(author, others.id()));
        assertThat(agora.curation.approve(keeper, others.id()).number()).isEqualTo(3);
        assertRefused("forum.not-waiting", () -> agora.curation.approve(keeper, others.id()));
        agora.somoim.deliver();
        assertThat(agora.somoim.notifications().list(other, ALL, false).items())
                .extracting(each -> each.kind().value())
                .containsExactly("forum.approved");
    }

    @Test
    void whatIsRejectedIsForNobodyAndLeavesNoNumber() {
        Category moderated = agora.moderated();
        Actor.Person keeper = agora.moderatorOf(moderated);
        Topic topic = agora.topic(keeper, moderated);
        ForumPost waiting = agora.post(author, topic);
        assertRefused("access.not-found", () -> agora.curation.reject(other, waiting.id()));
        assertRefused("access.not-allowed", () -> agora.curation.reject(author, waiting.id()));

        agora.curation.reject(keeper, waiting.id());

        assertRefused("access.not-found", () -> agora.posts.get(author, waiting.id()));
        assertRefused("forum.removed-by-moderator", () -> agora.posts.restore(author, waiting.id()));
        assertThat(agora.post(keeper, topic).number()).isEqualTo(2);
        Topic spam = agora.topic(author, moderated);
        agora.curation.reject(keeper, agora.rows(spam.id()).get(0).id());
        assertRefused("access.not-found", () -> agora.topics.get(author, spam.id()));
    }

    @Test
    void threeOfOnePersonAwaitApprovalAtMost() {
        Category moderated = agora.moderated();
        for (int i = 0; i < ForumTerms.MOST_WAITING; i++) {
            agora.topic(author, moderated);
        }

        assertRefused("forum.too-many-waiting", () -> agora.topic(author, moderated));
    }

    @Test
    void aStatusGoesOnlyWhereTheTableLetsIt() {
        Topic topic = agora.topic(author, category);

        assertRefused("access.not-allowed", () -> agora.curation.turn(author, topic.id(), TopicStatus.LOCKED));
        agora.curation.turn(moderator, topic.id(), TopicStatus.LOCKED);
        agora.curation.turn(moderator, topic.id(), TopicStatus.ARCHIVED);
        assertRefused("forum.cannot-become", () -> agora.curation.turn(moderator, topic.id(), TopicStatus.LOCKED));
        assertRefused("forum.cannot-become", () -> agora.curation.turn(moderator, topic.id(), TopicStatus.MERGED));
        assertRefused("forum.cannot-become", () -> agora.curation.turn(moderator, topic.id(), TopicStatus.WAITING));
        assertThat(agora.curation.turn(moderator, topic.id(), TopicStatus.OPEN).status())
                .isEqualTo(TopicStatus.OPEN);
    }

    @Test
    void fiveTopicsAreInFrontAtMost() {
        for (int i = 0; i < ForumTerms.MOST_PINNED; i++) {
            agora.curation.pin(moderator, agora.topic(author, category).id());
        }
        Topic sixth = agora.topic(author, category);

        assertRefused("forum.too-many-pinned", () -> agora.curation.pin(moderator, sixth.id()));
        List<Topic> pinned = agora.topics.pinned(other, category.id());
        assertThat(pinned).hasSize(ForumTerms.MOST_PINNED);
        agora.curation.unpin(moderator, pinned.get(0).id());
        agora.curation.pin(moderator, sixth.id());
    }

    @Test
    void aMovedTopicKeepsItsLinksAndTakesTheLevelOfItsNewPlace() {
        Category high = agora.forLevel(ExperienceLevel.EXPERT);
        agora.categories.appoint(Agora.HOST, high.id(), moderator.id());
        Topic topic = agora.topic(author, category);

        assertRefused("access.not-allowed", () -> agora.curation.move(author, topic.id(), high.id()));
        agora.curation.move(moderator, topic.id(), high.id());

        assertRefused("access.not-found", () -> agora.topics.get(author, topic.id()));
        assertRefused(
                "access.not-found",
                () -> agora.posts.get(author, agora.rows(topic.id()).get(0).id()));
        assertThat(agora.topics.find(moderator, new Permalink(topic.id(), 1, 1)).topicId())
                .isEqualTo(topic.id());
    }

    @Test
    void splitPostsAreNumberedAnewAndOldLinksLeadToThem() {
        Topic topic = agora.question(author, category);
        ForumPost two = agora.post(other, topic);
        ForumPost three = agora.post(author, topic);
        ForumPost four = agora.post(other, topic);
        agora.votes.accept(author, two.id());

        Topic started =
                agora.curation.split(moderator, topic.id(), Agora.ids(two, four), Agora.heading(PostType.DISCUSSION));

        assertThat(started.authorId()).isEqualTo(other.id());
        assertThat(agora.read(author, started.id())).extracting(ForumPost::id).containsExactly(two.id(), four.id());
        assertThat(agora.read(author, topic.id())).extracting(ForumPost::number).containsExactly(1, 2);
        assertThat(agora.kept(topic.id()).isSolved()).isFalse();
        assertThat(agora.topics.find(author, new Permalink(topic.id(), 1, 2)))
                .isEqualTo(new Spot(started.id(), 1, 1, two.id()));
        assertThat(agora.topics.find(author, new Permalink(topic.id(), 1, 3)).postId())
                .isEqualTo(three.id());
        assertThat(agora.topics.find(author, new Permalink(topic.id(), 2, 2)).postId())
                .isEqualTo(three.id());
        assertRefused("access.not-found", () -> agora.topics.find(author, new Permalink(topic.id(), 2, 4)));
        assertRefused("access.not-found", () -> agora.topics.find(author, new Permalink(topic.id(), 7, 1)));
    }

    @Test
    void theFirstPostAndPostsOfOtherTopicsAreNotSplitOff() {
        Topic topic = agora.topic(author, category);
        ForumPost post = agora.post(other, topic);
        ForumPost elsewhere = agora.post(other, agora.topic(author, category));
        ForumPost opening = agora.rows(topic.id()).get(0);
        Heading heading = Agora.heading(PostType.DISCUSSION);

        for (Set<Id<ForumPost>> chosen : List.of(
                Set.<Id<ForumPost>>of(), Agora.ids(opening), Agora.ids(opening, post), Agora.ids(post, elsewhere))) {
            assertRefused("forum.nothing-to-split", () -> agora.curation.split(moderator, topic.id(), chosen, heading));
        }
        assertRefused("access.not-allowed", () -> agora.curation.split(author, topic.id(), Agora.ids(post), heading));
    }

    @Test
    void mergedTopicsAreOneAndLeadOn() {
        Topic into = agora.question(author, category);
        Topic from = agora.question(other, category);
        ForumPost answer = agora.post(author, from);
        agora.votes.accept(other, answer.id());
        ForumPost last = agora.post(other, into);
        agora.topics.follow(moderator, from.id());

        Topic merged = agora.curation.merge(moderator, from.id(), into.id());

        assertThat(merged.posts()).isEqualTo(4);
        assertThat(merged.bestAnswerId()).isEqualTo(answer.id());
        assertThat(agora.topics.get(other, from.id()).topic().id()).isEqualTo(into.id());
        assertThat(agora.topics.get(moderator, into.id()).follows()).isTrue();
        assertThat(agora.read(other, into.id())).extracting(ForumPost::number).containsExactly(1, 2, 3, 4);
        assertThat(agora.topics.find(other, new Permalink(from.id(), 1, 2)).postId())
                .isEqualTo(answer.id());
        assertThat(agora.topics.find(other, new Permalink(into.id(), 1, 2)).postId())
                .isEqualTo(last.id());
        assertThat(agora.post(author, from).topicId()).isEqualTo(into.id());
        assertRefused("forum.cannot-become", () -> agora.curation.merge(moderator, from.id(), into.id()));
        assertRefused("forum.same-topic", () -> agora.curation.merge(moderator, into.id(), into.id()));
        Topic third = agora.topic(author, category);
        agora.curation.merge(moderator, into.id(), third.id());
        assertThat(agora.topics.get(other, from.id()).topic().id()).isEqualTo(third.id());
    }

    @Test
    void onlyWhoLooksAfterBothTopicsMergesThem() {
        Topic here = agora.topic(author, category);
        Topic there = agora.topic(author, agora.category());

        assertRefused("access.not-allowed", () -> agora.curation.merge(moderator, here.id(), there.id()));
        assertRefused("access.not-allowed", () -> agora.curation.merge(moderator, there.id(), here.id()));
        agora.curation.merge(agora.siteModerator(), here.id(), there.id());
    }

    @Test
    void whatAwaitsApprovalComesAlongWhenTopicsAreMerged() {
        Category moderated = agora.moderated();
        Actor.Person keeper = agora.moderatorOf(moderated);
        Topic into = agora.topic(keeper, moderated);
        Topic from = agora.topic(keeper, moderated);
        ForumPost waiting = agora.posts.write(author, from.id(), Prose.of("처음이에요"));

        agora.curation.merge(keeper, from.id(), into.id());

        ForumPost approved = agora.curation.approve(keeper, waiting.id());
        assertThat(approved.topicId()).isEqualTo(into.id());
        assertThat(approved.number()).isEqualTo(3);
    }
}
