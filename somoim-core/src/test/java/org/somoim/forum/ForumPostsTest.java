package org.somoim.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.forum.Agora.ALL;
import static org.somoim.forum.Agora.HOST;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.moderation.ContentHandler;
import org.somoim.notifications.Notification;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** Posts, what people give to them, and drafts. */
@Covers({"FRM-3", "FRM-4"})
class ForumPostsTest {
    private final Agora agora = new Agora();
    private final Category category = agora.category();
    private final Actor.Person asker = agora.town.person();
    private final Actor.Person helper = agora.town.person();
    private final Topic question = agora.question(asker, category);

    @Test
    void postsAreNumberedAsTheyComeAndADeletedOneKeepsItsPlace() {
        ForumPost two = agora.post(helper, question);
        ForumPost three = agora.post(asker, question);
        agora.posts.delete(helper, two.id());
        ForumPost four = agora.post(helper, question);

        assertThat(List.of(two.number(), three.number(), four.number())).containsExactly(2, 3, 4);
        assertThat(agora.read(asker, question.id()))
                .extracting(ForumPost::number)
                .containsExactly(1, 3, 4);
        assertThat(agora.posts.restore(helper, two.id()).number()).isEqualTo(2);
    }

    @Test
    void sixtyFourWritersAtOnceLeaveNoGap() throws Exception {
        List<Actor.Person> people =
                IntStream.range(0, 64).mapToObj(i -> agora.town.person()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Callable<ForumPost>> writes = new ArrayList<>();
            people.forEach(person -> writes.add(() -> agora.post(person, question)));
            for (Future<ForumPost> done : threads.invokeAll(writes)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(agora.rows(question.id()))
                .extracting(ForumPost::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 65).boxed().toList());
        assertThat(agora.kept(question.id()).posts()).isEqualTo(65);
    }

    @Test
    void postsAreReadPageByPageInEitherOrder() {
        ForumPost plain = agora.post(helper, question);
        ForumPost good = agora.post(helper, question);
        agora.votes.vote(asker, good.id(), Verdict.HELPFUL);

        Page<ShownForumPost> first = agora.posts.in(asker, question.id(), PostOrder.QUALITY, Page.Ask.first(1));
        Page<ShownForumPost> second =
                agora.posts.in(asker, question.id(), PostOrder.QUALITY, new Page.Ask(first.next(), 1));
        assertThat(first.items()).extracting(shown -> shown.post().id()).containsExactly(good.id());
        assertThat(second.items()).extracting(shown -> shown.post().id()).containsExactly(plain.id());
        assertThat(second.next()).isNull();
        Page<ShownForumPost> byNumber = agora.posts.in(asker, question.id(), PostOrder.NUMBER, Page.Ask.first(2));
        assertThat(agora.posts
                        .in(asker, question.id(), PostOrder.NUMBER, new Page.Ask(byNumber.next(), 2))
                        .items())
                .extracting(shown -> shown.post().number())
                .containsExactly(3);
    }

    @Test
    void onlyItsAuthorChangesWhatAPostSays() {
        ForumPost post = agora.post(helper, question);

        assertRefused("forum.not-yours", () -> agora.posts.edit(asker, post.id(), Prose.of("아니요")));
        assertRefused("forum.not-yours", () -> agora.posts.delete(asker, post.id()));
        assertThat(agora.posts.edit(helper, post.id(), Prose.of("네")).body()).isEqualTo(Prose.of("네"));
        assertThat(agora.posts.get(asker, post.id()).post().editedAt()).isNotNull();
    }

    @Test
    void theFirstPostGoesWithItsTopicOnly() {
        ForumPost opening = agora.rows(question.id()).get(0);

        assertRefused("forum.cannot-become", () -> agora.posts.delete(asker, opening.id()));
    }

    @Test
    void aVoteIsOneOfEachPersonAndCanBeTurnedAndTakenBack() {
        ForumPost post = agora.post(helper, question);
        agora.votes.vote(asker, post.id(), Verdict.HELPFUL);
        ShownForumPost twice = agora.votes.vote(asker, post.id(), Verdict.HELPFUL);
        assertThat(twice.post().helpful()).isEqualTo(1);
        assertThat(twice.verdict()).isEqualTo(Verdict.HELPFUL);
        assertThat(twice.post().quality()).isEqualTo(Quality.of(1, 1));

        assertThat(agora.votes.vote(asker, post.id(), Verdict.UNHELPFUL).post().helpful())
                .isZero();
        assertThat(agora.votes.unvote(asker, post.id()).verdict()).isNull();
        assertThat(agora.votes.unvote(asker, post.id()).post().quality()).isZero();
        agora.votes.like(asker, post.id());
        assertThat(agora.votes.like(asker, post.id()).post().likes()).isEqualTo(1);
        assertThat(agora.votes.unlike(asker, post.id()).post().likes()).isZero();
    }

    @Test
    void nobodyJudgesWhatTheyWrote() {
        ForumPost post = agora.post(helper, question);

        assertRefused("forum.own-post", () -> agora.votes.vote(helper, post.id(), Verdict.HELPFUL));
        assertRefused("forum.own-post", () -> agora.votes.like(helper, post.id()));
    }

    @Test
    void qualityIsTheLowerBoundOfTheWilsonInterval() {
        assertThat(Quality.of(0, 0)).isZero();
        assertThat(Quality.of(0, 10)).isZero();
        // By hand, and as in tables of the interval: 1 of 1 is .2065, 10 of 10 .7225, 90 of 100 .8256.
        assertThat(Quality.of(1, 1)).isEqualTo(206);
        assertThat(Quality.of(10, 10)).isEqualTo(722);
        assertThat(Quality.of(90, 100)).isEqualTo(825);
        assertThat(Quality.of(3, 3)).isLessThan(Quality.of(90, 100));
    }

    @Test
    void whoAskedSaysWhatSolvesTheQuestionAndOnlyOneDoes() {
        ForumPost first = agora.post(helper, question);
        ForumPost second = agora.post(agora.town.person(), question);

        assertRefused("forum.not-yours", () -> agora.votes.accept(helper, first.id()));
        agora.votes.accept(asker, first.id());
        Topic solved = agora.votes.accept(asker, second.id());
        assertThat(solved.bestAnswerId()).isEqualTo(second.id());
        assertThat(agora.posts.in(helper, question.id(), PostOrder.NUMBER, ALL).items())
                .filteredOn(ShownForumPost::isBestAnswer)
                .extracting(shown -> shown.post().id())
                .containsExactly(second.id());
        assertThat(agora.standing(helper)).isEqualTo(ContributionStanding.NONE);
        assertThat(agora.votes.unaccept(asker, question.id()).isSolved()).isFalse();
    }

    @Test
    void onlyAQuestionIsSolvedAndNotByItself() {
        Topic talk = agora.topic(asker, category);
        ForumPost post = agora.post(helper, talk);

        assertRefused("forum.no-question", () -> agora.votes.accept(asker, post.id()));
        assertRefused(
                "forum.no-question",
                () -> agora.votes.accept(asker, agora.rows(question.id()).get(0).id()));
    }

    @Test
    void whatSolvedAQuestionAndIsDeletedSolvesItNoMore() {
        ForumPost answer = agora.post(helper, question);
        agora.votes.accept(asker, answer.id());
        assertThat(agora.standing(helper).reputationScore()).isEqualTo(Merit.SOLVED);

        agora.posts.delete(helper, answer.id());

        assertThat(agora.topics.get(asker, question.id()).topic().isSolved()).isFalse();
        assertThat(agora.standing(helper)).isEqualTo(ContributionStanding.NONE);
    }

    @Test
    @Covers("PRF-3")
    void standingGrowsByWhatOthersFindHelpfulAndNotByWriting() {
        ForumPost post = agora.post(helper, question);
        for (int i = 0; i < 20; i++) {
            agora.post(helper, question);
        }
        agora.votes.like(asker, post.id());
        assertThat(agora.standing(helper)).isEqualTo(ContributionStanding.NONE);

        agora.votes.vote(asker, post.id(), Verdict.HELPFUL);
        assertThat(agora.standing(helper))
                .isEqualTo(new ContributionStanding(Merit.HELPFUL, 1, ExperienceLevel.NEWCOMER));
        agora.votes.vote(asker, post.id(), Verdict.UNHELPFUL);
        assertThat(agora.standing(helper)).isEqualTo(ContributionStanding.NONE);
    }

    @Test
    @Covers("PRF-3")
    void twoPeopleCanDoOnlySoMuchForOneAnother() {
        for (int i = 0; i < 50; i++) {
            agora.votes.vote(asker, agora.post(helper, question).id(), Verdict.HELPFUL);
        }

        assertThat(agora.standing(helper).reputationScore()).isEqualTo(10 + 5 + 2 + 1);
        assertThat(agora.standing(helper).experienceLevel()).isEqualTo(ExperienceLevel.NEWCOMER);
        assertThat(agora.standing(helper).totalContributions()).isEqualTo(50);
    }

    @Test
    @Covers("PRF-3")
    void aLevelNeedsANumberOfDifferentPeople() {
        ForumPost post = agora.post(helper, question);
        for (int i = 0; i < 4; i++) {
            agora.votes.vote(agora.town.person(), post.id(), Verdict.HELPFUL);
        }
        assertThat(agora.standing(helper).experienceLevel()).isEqualTo(ExperienceLevel.NEWCOMER);
        agora.votes.vote(agora.town.person(), post.id(), Verdict.HELPFUL);

        assertThat(agora.standing(helper).experienceLevel()).isEqualTo(ExperienceLevel.CONTRIBUTOR);
        assertThat(Merit.level(1_000_000, 2)).isEqualTo(ExperienceLevel.NEWCOMER);
        assertThat(Merit.level(249, 1000)).isEqualTo(ExperienceLevel.CONTRIBUTOR);
        assertThat(Merit.level(1000, 30)).isEqualTo(ExperienceLevel.EXPERT);
    }

    @Test
    void whatIsDeletedBringsNothingUntilItIsRestored() {
        Topic talk = agora.topic(helper, category);
        ForumPost opening = agora.rows(talk.id()).get(0);
        agora.votes.vote(asker, opening.id(), Verdict.HELPFUL);

        agora.topics.delete(helper, talk.id());
        assertThat(agora.standing(helper)).isEqualTo(ContributionStanding.NONE);
        agora.topics.restore(helper, talk.id());
        assertThat(agora.standing(helper).reputationScore()).isEqualTo(Merit.HELPFUL);
    }

    @Test
    void inALockedTopicOnlyThoseWhoLookAfterItWriteAndInAnArchivedOneNobody() {
        Actor.Person moderator = agora.moderatorOf(category);
        ForumPost post = agora.post(helper, question);
        agora.curation.turn(moderator, question.id(), TopicStatus.LOCKED);

        assertRefused("forum.locked", () -> agora.post(helper, question));
        assertRefused("forum.locked", () -> agora.posts.edit(helper, post.id(), Prose.of("네")));
        agora.post(moderator, question);
        agora.votes.vote(asker, post.id(), Verdict.HELPFUL);
        agora.curation.turn(moderator, question.id(), TopicStatus.ARCHIVED);
        assertRefused("forum.archived", () -> agora.post(moderator, question));
        assertRefused("forum.archived", () -> agora.votes.unvote(asker, post.id()));
        assertRefused("forum.archived", () -> agora.votes.accept(asker, post.id()));
        assertThat(agora.read(helper, question.id())).hasSize(3);
    }

    @Test
    void aDraftIsForItsWriterAloneUntilItIsPublished() {
        ForumDraft draft =
                agora.drafts.begin(asker, category.id(), null, Prose.of("물어볼게요"), PostType.QUESTION, Tags.of("적금"));
        ForumDraft answer = agora.drafts.beginAnswer(helper, question.id(), Prose.of("제 답은요"));

        assertRefused("access.not-found", () -> agora.drafts.get(helper, draft.id()));
        assertRefused("access.not-found", () -> agora.drafts.publish(helper, draft.id()));
        assertRefused("forum.title-missing", () -> agora.drafts.publish(asker, draft.id()));
        agora.drafts.change(
                asker, draft.id(), now -> new ForumDrafts.Words(Line.of("적금 고르기"), now.body(), now.type(), now.tags()));
        Id<Topic> topic = agora.drafts.publish(asker, draft.id());
        assertThat(agora.topics.get(helper, topic).topic().title()).isEqualTo(Line.of("적금 고르기"));
        assertThat(agora.drafts.mine(asker, ALL).items()).isEmpty();
        assertThat(agora.drafts.publish(helper, answer.id())).isEqualTo(question.id());
        assertThat(agora.read(asker, question.id())).hasSize(2);
    }

    @Test
    void draftsAreForgottenAfterHalfAYearAndThereAreFiftyAtMost() {
        for (int i = 0; i < ForumTerms.MOST_DRAFTS; i++) {
            agora.drafts.beginAnswer(helper, question.id(), Prose.of("나중에"));
        }
        assertRefused("forum.too-many-drafts", () -> agora.drafts.beginAnswer(helper, question.id(), Prose.of("또")));
        agora.drafts.discard(
                helper, agora.drafts.mine(helper, ALL).items().get(0).id());
        agora.town.clock.advance(ForumTerms.DRAFTS_KEPT.plus(Duration.ofMillis(1)));
        assertThat(agora.drafts.prune(HOST)).isEqualTo(49);
        assertThat(agora.drafts.prune(HOST)).isZero();
    }

    @Test
    @Covers("NTF-2")
    void peopleHearOfWhatConcernsThemAndNobodyOfWhoVoted() {
        ForumPost answer = agora.post(helper, question);
        agora.votes.vote(agora.town.person(), answer.id(), Verdict.HELPFUL);
        agora.votes.accept(asker, answer.id());
        agora.somoim.deliver();

        assertThat(heard(asker)).containsExactly("forum.posted");
        assertThat(heard(helper)).containsExactlyInAnyOrder("forum.helped", "forum.solved");
        assertThat(agora.somoim.notifications().list(helper, ALL, false).items())
                .filteredOn(each -> each.kind().value().equals("forum.helped"))
                .extracting(Notification::by)
                .containsOnlyNulls();
        agora.posts.delete(helper, answer.id());
        agora.somoim.deliver();
        assertThat(heard(asker)).isEmpty();
    }

    private List<String> heard(Actor.Person person) {
        return agora.somoim.notifications().list(person, ALL, false).items().stream()
                .map(each -> each.kind().value())
                .toList();
    }

    @Test
    void whatAPersonWroteIsTheirsToFindAgain() {
        ForumPost post = agora.post(helper, question);
        ForumPost deleted = agora.post(helper, question);
        agora.posts.delete(helper, deleted.id());

        assertThat(agora.posts.mine(helper, ALL).items())
                .extracting(shown -> shown.post().id())
                .containsExactly(post.id());
    }

    @Test
    @Covers("MOD-1")
    void topicsAndPostsAreReadForReportsThroughTheSameGate() {
        ForumPost post = agora.post(helper, question);
        List<ContentHandler> handlers = List.of(
                new TopicContent(
                        agora.town.ports.topics(),
                        agora.town.ports.forumPosts(),
                        agora.town.ports.categories(),
                        agora.somoim.profiles().levels(),
                        new Access(agora.town.ports.roster())),
                new ForumPostContent(
                        agora.town.ports.topics(),
                        agora.town.ports.forumPosts(),
                        agora.town.ports.categories(),
                        agora.somoim.profiles().levels(),
                        new Access(agora.town.ports.roster())));
        Actor.Person reader = agora.town.person();

        assertThat(handlers.get(0).read(reader, question.id()).authorId()).isEqualTo(asker.id());
        assertThat(handlers.get(1).read(reader, post.id()).body()).isEqualTo(post.body());
        agora.block(helper, reader);
        assertRefused("access.not-found", () -> handlers.get(1).read(reader, post.id()));
    }
}
