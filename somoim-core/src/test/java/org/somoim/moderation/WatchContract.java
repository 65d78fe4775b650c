package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Policies;
import org.somoim.Somoim;
import org.somoim.access.Restraint;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;

/** What machines make of what is said, and what they may do about it. The same on every store. */
@Covers({"MOD-7", "MOD-9", "CFG-6", "CFG-7"})
public interface WatchContract {
    ModerationTerms UNDRAWN = terms(true, 800_000, 0);

    /** A town on the store that is tried. */
    Community town(ModerationTerms terms, List<? extends Detector> detectors);

    static ModerationTerms terms(boolean automatic, int confidence, int drawn) {
        ModerationTerms preset = ModerationTerms.PRESET;
        return new ModerationTerms(
                automatic,
                confidence,
                preset.window(),
                preset.lease(),
                preset.hidingWeight(),
                preset.strikesCount(),
                drawn,
                preset.ladder());
    }

    private Court told() {
        return new Court(town(UNDRAWN, List.of(new Told())));
    }

    private static Post say(Court court, String words) {
        Post post = court.post(words);
        court.town.somoim.deliver();
        return post;
    }

    private static boolean reads(Court court, Actor.Person reader, Post post) {
        return court.town.somoim.posts().inGroup(reader, court.group.id(), Page.Ask.first()).items().stream()
                .anyMatch(shown -> shown.post().id().equals(post.id()));
    }

    private static void revise(Court court, Post post, String words) {
        court.town.clock.advance(Duration.ofSeconds(1));
        court.town.somoim.posts().edit(court.author, post.id(), draft -> Draft.of(Prose.of(words)));
        court.town.somoim.deliver();
    }

    private static List<Statement> statements(Court court) {
        return court.appeals().statements(court.author, Page.Ask.first()).items();
    }

    private static boolean hasCase(Court court, Post post) {
        return court.town
                .ports
                .transactor()
                .read(() -> court.town.ports.cases().about(post.id()))
                .isPresent();
    }

    private static List<Signal.Kept> signals(Court court, Post post) {
        return court.town.ports.transactor().read(() -> court.town
                .ports
                .cases()
                .signals(court.caseAbout(post.id()).id(), 100));
    }

    private static List<Lesson> lessons(Court court, Ground ground) {
        return court.town
                .ports
                .transactor()
                .read(() -> court.town.ports.cases().lessons(new Word("told"), ground, 10_000));
    }

    /** Someone decides about a post, on the ground that was suspected. */
    private static void decide(Court court, Post post, boolean violating, Ground ground) {
        Case held = court.cases().claim(court.first, court.caseAbout(post.id()).id());
        if (violating) {
            var ruling = new Ruling(Measure.Kind.HIDE, ground, Court.RULE, Court.FACTS, null, 0, false);
            court.cases().decide(court.first, held.id(), held.version(), ruling);
        } else {
            court.cases().dismiss(court.first, held.id(), held.version());
        }
    }

    @Test
    @Covers("TST-8")
    @DisplayName("test_spam_detection")
    default void spamIsHeldUntilSomebodyHasLookedAndPlainTalkIsNot() {
        Court court = new Court(town(UNDRAWN, TextWatch.builtIn()));
        List<Post> spam = List.of(
                say(
                        court,
                        "URGENT! You have won a 1 week FREE membership in our £100,000 prize draw! Txt CLAIM to 81010 now, T&C www.dbuk.net"),
                say(
                        court,
                        "FREE entry in 2 a wkly comp to win FA Cup final tkts. Text FA to 87121 to receive entry question, std txt rate"));
        List<Post> fine = List.of(
                say(court, "Is anyone coming to the picnic on Saturday? I will bring sandwiches."),
                say(court, "이번 달 가계부 같이 정리하실 분 계신가요? 토요일 오후에 도서관에서 만나요."),
                say(court, "제 적금 만기가 다음 달인데 어디에 다시 넣는 게 좋을까요?"));
        Post korean = say(court, "하루 30만원 수익 보장! 코인 리딩방 무료, 카톡 아이디로 문의 주세요");

        for (Post post : spam) {
            assertThat(reads(court, court.member, post)).isFalse();
            assertThat(reads(court, court.author, post)).isTrue();
        }
        assertThat(statements(court)).hasSize(2).allSatisfy(statement -> assertThat(statement)
                .returns(true, Statement::automatedDecision)
                .returns(true, Statement::automatedDetection)
                .returns(Measure.Source.DETECTOR, Statement::source)
                .returns(Measure.Kind.HOLD, Statement::kind));
        for (Post post : fine) {
            assertThat(hasCase(court, post)).as(post.body().value()).isFalse();
        }
        assertThat(reads(court, court.member, korean)).isTrue();
        assertThat(court.caseAbout(korean.id()).ground()).isEqualTo(Ground.SCAM);
    }

    @Test
    @Covers({"MOD-8", "TST-9"})
    @DisplayName("test_financial_misinformation_detection")
    default void promisesThatNoMarketMakesAreQueuedAsMisinformationAndLeftToPeople() {
        Court court = new Court(town(UNDRAWN, TextWatch.builtIn()));
        for (String words : List.of(
                "This fund has guaranteed returns, you can never lose money with it.",
                "Trust me, this coin will definitely 10x by March",
                "이 상품은 원금 보장에 무조건 오릅니다",
                "월 20% 수익 보장되는 투자입니다")) {
            Post post = say(court, words);
            assertThat(signals(court, post))
                    .as(words)
                    .extracting(kept -> kept.signal().ground())
                    .contains(Ground.MISINFORMATION);
            assertThat(reads(court, court.member, post)).as(words).isTrue();
        }
        for (String words : List.of(
                "My index fund returned 7% last year, about the same as the market.",
                "예금자 보호는 오천만 원까지예요. 은행마다 따로 계산합니다.")) {
            assertThat(hasCase(court, say(court, words))).as(words).isFalse();
        }
        assertThat(statements(court)).isEmpty();
    }

    @Test
    @Covers({"TST-10", "CFG-8"})
    @DisplayName("test_human_review_escalation")
    default void whatAMachineIsUnsureOfGoesToPeopleAndNoMoreOfItThanTheyCanSeeAtOnce() {
        ModerationTerms preset = UNDRAWN;
        var narrow = new ModerationTerms(
                true, 800_000, 2, preset.lease(), preset.hidingWeight(), preset.strikesCount(), 0, preset.ladder());
        Court court = new Court(town(narrow, List.of(new Told())));
        Post low = say(court, "[spam 0.55]");
        Post high = say(court, "[hate 0.79]");
        Post middle = say(court, "[scam 0.70]");

        assertThat(court.cases().window(court.first))
                .extracting(Case::subjectId)
                .containsExactly(high.id(), middle.id());
        Case hard = court.cases().claimNext(court.first).orElseThrow();
        court.cases().escalate(court.first, hard.id(), hard.version());
        assertThat(court.cases().claimNext(court.admin)).map(Case::id).contains(hard.id());
        assertThat(court.cases().window(court.first))
                .extracting(Case::subjectId)
                .containsExactly(middle.id(), low.id());
    }

    @Test
    default void eachProbabilityHasItsConsequence() {
        Court court = told();
        assertThat(hasCase(court, say(court, "[spam 0.499999]"))).isFalse();
        Post unsure = say(court, "[spam 0.5] [hate 0.2]");
        assertThat(hasCase(court, unsure)).isTrue();
        assertThat(reads(court, court.member, unsure)).isTrue();
        assertThat(statements(court)).isEmpty();

        Post sure = say(court, "[scam 0.8]");
        assertThat(reads(court, court.member, sure)).isFalse();
        assertThat(statements(court)).extracting(Statement::kind).containsExactly(Measure.Kind.HOLD);
        assertThat(statements(court).get(0).ground()).isEqualTo(Ground.SCAM);

        for (String human : List.of("[harassment 1.0]", "[hate 1.0]", "[misinformation 1.0]")) {
            Post post = say(court, human);
            assertThat(reads(court, court.member, post)).as(human).isTrue();
            assertThat(statements(court).get(0).kind()).as(human).isEqualTo(Measure.Kind.NUDGE);
        }
        int before = statements(court).size();
        for (String human : List.of("[self-harm 1.0]", "[privacy-leak 1.0]", "[illegal 1.0]", "[other 1.0]")) {
            Post post = say(court, human);
            assertThat(reads(court, court.member, post)).as(human).isTrue();
            assertThat(hasCase(court, post)).as(human).isTrue();
        }
        assertThat(statements(court)).hasSize(before);
    }

    @Test
    default void aHostSaysHowSureAMachineMustBeAndWhetherItActsAtAll() {
        Court strict = new Court(town(terms(true, 950_000, 0), List.of(new Told())));
        assertThat(reads(strict, strict.member, say(strict, "[spam 0.94]"))).isTrue();
        assertThat(reads(strict, strict.member, say(strict, "[spam 0.95]"))).isFalse();
    }

    @Test
    default void withoutActingAMachineStillRanksWhatPeopleLookAt() {
        Court court = new Court(town(terms(false, 800_000, 0), List.of(new Told())));
        Post post = say(court, "[spam 1.0] [hate 1.0]");
        assertThat(reads(court, court.member, post)).isTrue();
        assertThat(hasCase(court, post)).isTrue();
        assertThat(statements(court)).isEmpty();
    }

    @Test
    default void withoutDetectorsNothingIsSuspected() {
        Court court = new Court(town(UNDRAWN, List.of()));
        assertThat(hasCase(court, say(court, "FREE entry! Txt CLAIM to 81010 now to win £100,000")))
                .isFalse();
    }

    @Test
    default void whoIsHeldIsToldWhyObjectsAndIsPublishedWhenAPersonFindsNothingWrong() {
        Court court = told();
        Post post = say(court, "[spam 0.9]");
        Statement statement = statements(court).get(0);
        assertThat(statement.facts().value()).contains("automatic check", "Nobody has decided");
        Appeals.Own appeal = court.appeals().object(court.author, statement.id(), Prose.of("광고가 아니에요"));
        assertThat(court.appeals().waiting(court.second, Page.Ask.first()).items())
                .extracting(Appeal::id)
                .containsExactly(appeal.id());

        court.appeals().overturn(court.second, appeal.id(), Prose.of("맞습니다"));
        assertThat(reads(court, court.member, post)).isTrue();

        Post other = say(court, "[spam 0.91]");
        decide(court, other, false, Ground.SPAM);
        assertThat(reads(court, court.member, other)).isTrue();
        Post third = say(court, "[spam 0.92]");
        court.town.clock.advance(Duration.ofMinutes(1));
        decide(court, third, true, Ground.SPAM);
        court.town.somoim.deliver();
        assertThat(reads(court, court.member, third)).isFalse();
        assertThat(statements(court).get(0))
                .returns(false, Statement::automatedDecision)
                .returns(Measure.Kind.HIDE, Statement::kind);
    }

    @Test
    default void whatIsChangedIsLookedAtAnewAndTheOldSuspicionIsGone() {
        Court court = told();
        Post post = say(court, "[spam 0.9] [scam 0.6]");
        assertThat(reads(court, court.member, post)).isFalse();

        revise(court, post, "Come to the picnic");
        assertThat(reads(court, court.member, post)).isTrue();
        assertThat(signals(court, post)).isEmpty();
        assertThat(court.caseAbout(post.id()).probability()).isZero();
        assertThat(statements(court).get(0).inForce()).isFalse();

        revise(court, post, "[scam 0.95]");
        assertThat(reads(court, court.member, post)).isFalse();
        assertThat(signals(court, post))
                .extracting(kept -> kept.signal().ground())
                .containsExactly(Ground.SCAM);
        revise(court, post, "[scam 0.6]");
        assertThat(reads(court, court.member, post)).isTrue();
        assertThat(court.caseAbout(post.id()).probability()).isEqualTo(600_000);
    }

    @Test
    default void aMachineDoesNotKnowBetterThanWhoeverLetItThrough() {
        Court court = told();
        Post post = say(court, "The picnic is at noon, bring your own sandwiches please [spam 0.9]");
        decide(court, post, false, Ground.SPAM);
        revise(court, post, "The picnic is at noon, bring your own sandwiches please! [spam 0.9]");

        assertThat(reads(court, court.member, post)).isTrue();
        assertThat(court.caseAbout(post.id()).status()).isEqualTo(Case.Status.OPEN);
        revise(court, post, "Buy pills here, no recipe needed, ships tonight to every door [spam 0.9]");
        assertThat(reads(court, court.member, post)).isFalse();
    }

    @Test
    default void whatIsGoneBeforeAnybodyLookedIsNotSuspectedAndNoPieceOfItStays() {
        Court court = told();
        Post early = court.post("[spam 0.9]");
        court.town.somoim.posts().delete(court.author, early.id());
        court.town.somoim.deliver();
        assertThat(hasCase(court, early)).isFalse();

        Post late = say(court, "[spam 0.9]");
        assertThat(signals(court, late)).hasSize(1);
        court.town.somoim.posts().delete(court.author, late.id());
        court.town.somoim.deliver();
        assertThat(signals(court, late)).isEmpty();
    }

    @Test
    default void noPieceOfWhatSomebodyWroteOutlivesThem() {
        Court court = told();
        Post post = say(court, "[spam 0.6]");
        assertThat(signals(court, post))
                .allMatch(kept -> !kept.signal().because().isEmpty());
        Id<Case> about = court.caseAbout(post.id()).id();
        court.town.somoim.personalData().erase(Actor.host("scene"), court.author.id(), Wish.REMOVE, Map.of());
        court.town.somoim.tick();
        assertThat(court.town
                        .ports
                        .transactor()
                        .read(() -> court.town.ports.cases().signals(about, 100)))
                .allMatch(kept -> kept.signal().because().isEmpty());
    }

    @Test
    default void whatOnlySomeMayReadIsShownToNoMachineBeforeOneOfThemReportsIt() {
        var told = new Told();
        Court court = new Court(town(UNDRAWN, List.of(told)));
        Group secret = court.town.secretGroup(court.author);
        Actor.Person member = court.town.memberOf(secret);
        Post post =
                court.town.somoim.posts().write(court.author, secret.id(), Draft.of(Prose.of("[spam 0.9] our own")));
        Post other = court.town.somoim.posts().write(court.author, secret.id(), Draft.of(Prose.of("[spam 0.9] more")));
        court.town.somoim.deliver();
        assertThat(told.seen()).noneMatch(seen -> secret.id().equals(seen.placeId()));
        assertThat(hasCase(court, post)).isFalse();

        court.report(member, post);
        court.town.somoim.deliver();
        assertThat(signals(court, post)).hasSize(1);
        assertThat(hasCase(court, other)).isFalse();
        assertThat(told.backgrounds())
                .allMatch(background -> background.lately().isEmpty());
        CaseFile file =
                court.cases().get(court.first, court.caseAbout(post.id()).id());
        assertThat(file.now()).isNotNull();
    }

    @Test
    default void wordsThatWereForAllAndAreNotAnyMoreAreNotShownToWhoeverDecides() {
        Court court = told();
        Post post = say(court, "[spam 0.6] in the open");
        Id<Case> about = court.caseAbout(post.id()).id();
        assertThat(court.cases().get(court.first, about).now()).isNotNull();
        court.town.somoim.groups().edit(court.town.ownerOf(court.group), court.group.id(), terms -> terms.seen(
                        org.somoim.access.Visibility.PRIVATE)
                .joined(Group.JoinPolicy.REQUEST));

        CaseFile file = court.cases().get(court.first, about);
        assertThat(file.now()).isNull();
        assertThat(file.before()).isEmpty();
        assertThat(file.signals()).allMatch(kept -> kept.signal().because().isEmpty());
        court.report(court.member, post);
        assertThat(court.cases().get(court.first, about).now()).isNotNull();
    }

    @Test
    default void rulesHearHowOldAnAccountIsAndWhatItsOwnerSaidBeforeWhereAllMayRead() {
        var told = new Told();
        Court court = new Court(town(UNDRAWN, List.of(told)));
        court.town.clock.advance(Duration.ofHours(30));
        Group secret = court.town.secretGroup(court.author);
        say(court, "One");
        court.town.somoim.posts().write(court.author, secret.id(), Draft.of(Prose.of("Whispered")));
        court.town.somoim.posts().write(court.member, court.group.id(), Draft.of(Prose.of("Of somebody else")));
        court.town.clock.advance(Duration.ofHours(1));
        say(court, "Two");
        say(court, "Three");

        Background last = told.backgrounds().get(told.backgrounds().size() - 1);
        assertThat(last.accountAge()).isEqualTo(Duration.ofHours(31));
        assertThat(last.lately()).extracting(Prose::value).containsExactly("Two", "One");
        court.town.clock.advance(Duration.ofDays(2));
        say(court, "Four");
        assertThat(told.backgrounds().get(told.backgrounds().size() - 1).lately())
                .isEmpty();
    }

    @Test
    default void theSameAgainIsNoticed() {
        Court court = new Court(town(UNDRAWN, TextWatch.builtIn()));
        Post first = say(court, "Big summer sale at our shop, everything must go this weekend only");
        Post again = say(court, "BIG summer sale at our shop!! Everything must go this weekend only");
        assertThat(signals(court, again))
                .extracting(kept -> kept.signal().detector().value())
                .contains("repetition");
        assertThat(hasCase(court, first)).isFalse();
    }

    @Test
    default void oneThatFailsIsNoSignalAndTheOthersAreHeard() {
        Detector broken = new Scripted("broken", said -> {
            throw new IllegalStateException("made to fail");
        });
        Detector careless = new Scripted("careless", said -> null);
        Court court = new Court(town(UNDRAWN, List.of(broken, careless, new Told())));
        for (int i = 0; i < 10; i++) {
            assertThat(hasCase(court, say(court, "[spam 0.6] " + i))).isTrue();
        }
        assertThat(court.town.somoim.health().detection()).isEqualTo(org.somoim.Health.Part.UNHEALTHY);
    }

    @Test
    default void nobodyWhoWritesWaitsWhileAMachineLooks() throws Exception {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            var town = new AtomicReference<Court>();
            var written = new AtomicReference<Post>();
            Detector looking = new Scripted("looking", said -> {
                Court court = town.get();
                if (written.get() == null && said.words().startsWith("First")) {
                    Future<Post> writing = elsewhere.submit(() -> court.town
                            .somoim
                            .posts()
                            .write(court.member, court.group.id(), Draft.of(Prose.of("Meanwhile"))));
                    try {
                        written.set(writing.get(4, TimeUnit.SECONDS));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
                return List.of();
            });
            Court court = new Court(town(UNDRAWN, List.of(looking)));
            town.set(court);
            // Once more where the machine was too busy for it: whoever waits for the detector waits each time.
            for (int i = 0; i < 5 && written.get() == null; i++) {
                say(court, "First " + i);
            }
            assertThat(written.get()).isNotNull();
        } finally {
            elsewhere.shutdownNow();
        }
    }

    @Test
    default void whatTwoTellAtTheSameTimeIsHeardOnce() throws Exception {
        Court court = told();
        // Another process on the same store.
        var other = new Somoim(court.town.ports, Policies.PRESET.moderating(UNDRAWN), List.of(new Told()));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            var posts = new java.util.ArrayList<Post>();
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 6; i++) {
                    posts.add(court.post("[spam 0.9] number " + round + " " + i));
                }
                Future<?> one = two.submit(() -> court.town.somoim.deliver());
                Future<?> another = two.submit(other::deliver);
                one.get(60, TimeUnit.SECONDS);
                another.get(60, TimeUnit.SECONDS);
                court.town.somoim.deliver();
            }
            for (Post post : posts) {
                assertThat(signals(court, post)).hasSize(1);
                assertThat(court.town.ports.transactor().read(() -> court.town
                                .ports
                                .measures()
                                .ofCase(court.caseAbout(post.id()).id())))
                        .hasSize(1);
            }
            assertThat(court.town
                            .ports
                            .transactor()
                            .read(() -> court.town.ports.facts().setAside()))
                    .isEmpty();
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    default void aMachineHearsALimitedNumberOfFactsInARoundAndTheRestInTheNext() {
        var told = new Told();
        Court court = new Court(town(UNDRAWN, List.of(told)));
        court.town.somoim.deliver();
        court.town.somoim.together(() -> {
            for (int i = 0; i < 1_200; i++) {
                court.post("Number " + i);
            }
            return true;
        });
        court.town.somoim.deliver();
        assertThat(told.seen()).hasSizeLessThanOrEqualTo(1_001).hasSizeGreaterThan(500);
        court.town.somoim.deliver();
        court.town.somoim.deliver();
        assertThat(told.seen().stream()
                        .filter(seen -> seen.subject().kind().value().equals("post")))
                .hasSize(1_200);
    }

    @Test
    default void whatPeopleDecideIsLearnedAndALaterOverturnCorrectsIt() {
        Court court = told();
        Post post = say(court, "[spam 0.7] [scam 0.6]");
        decide(court, post, true, Ground.SPAM);
        court.town.somoim.deliver();
        assertThat(lessons(court, Ground.SPAM)).extracting(Lesson::violating).containsExactly(true);
        // It was spam, so it was no scam.
        assertThat(lessons(court, Ground.SCAM)).extracting(Lesson::violating).containsExactly(false);

        Appeals.Own appeal =
                court.appeals().object(court.author, statements(court).get(0).id(), Prose.of("Why?"));
        court.town.clock.advance(Duration.ofMinutes(1));
        court.appeals().overturn(court.second, appeal.id(), Prose.of("Right"));
        court.town.somoim.deliver();
        assertThat(lessons(court, Ground.SPAM))
                .singleElement()
                .returns(false, Lesson::violating)
                .returns(700_000, Lesson::said);
    }

    @Test
    default void twoHundredDecisionsProveADetectorAndOneCannotBeProvedForWhatIsNotForMachines() {
        Court court = told();
        for (int i = 0; i < 210; i++) {
            Post post = say(court, "[spam 0.9] [hate 0.95] offer " + i * 7919);
            if (i < 200) {
                assertThat(statements(court).stream()
                                .noneMatch(statement ->
                                        statement.automatedDecision() && statement.kind() == Measure.Kind.HIDE))
                        .isTrue();
            }
            decide(court, post, true, Ground.SPAM);
            court.town.clock.advance(Duration.ofMinutes(1));
        }
        court.town.somoim.deliver();
        Post unlearned = say(court, "[spam 0.9] before the timer");
        assertThat(statements(court).get(0).kind()).isEqualTo(Measure.Kind.HOLD);
        court.town.somoim.tick();
        court.town.clock.advance(Duration.ofMinutes(1));
        Post post = say(court, "[spam 0.9] after it");

        assertThat(reads(court, court.member, post)).isFalse();
        assertThat(statements(court).get(0))
                .returns(Measure.Kind.HIDE, Statement::kind)
                .returns(true, Statement::automatedDecision);
        Post hate = say(court, "[hate 1.0] unproven");
        assertThat(reads(court, court.member, hate)).isTrue();
        assertThat(hasCase(court, unlearned)).isTrue();

        // People still look at what was hidden; once they find it wrong often enough, it is not proved any more.
        for (int i = 0; i < 5; i++) {
            Post wrong = say(court, "[spam 0.9] not at all " + i * 104_729);
            decide(court, wrong, false, Ground.SPAM);
            court.town.clock.advance(Duration.ofMinutes(1));
        }
        court.town.somoim.deliver();
        court.town.somoim.tick();
        court.town.clock.advance(Duration.ofMinutes(1));
        say(court, "[spam 0.9] once more");
        assertThat(statements(court).get(0).kind()).isEqualTo(Measure.Kind.HOLD);
    }

    @Test
    default void someWhoDecideAreNotToldWhatTheMachineSaidUntilTheyHaveDecided() {
        Court court = told();
        int untold = 0;
        for (int i = 0; i < 60; i++) {
            Post post = say(court, "[spam 0.9] offer " + i * 7919);
            Case about = court.caseAbout(post.id());
            CaseFile file = court.cases().get(court.first, about.id());
            boolean isUntold = file.signals().isEmpty();
            assertThat(file.about().probability() == 0).isEqualTo(isUntold);
            assertThat(file.measures().isEmpty()).isEqualTo(isUntold);
            untold += isUntold ? 1 : 0;
            decide(court, post, true, Ground.SPAM);
            assertThat(court.cases().get(court.first, about.id()).signals()).hasSize(1);
            court.town.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(untold).isBetween(5, 30);
        court.town.somoim.deliver();
        assertThat(lessons(court, Ground.SPAM).stream().filter(Lesson::unaware)).hasSize(untold);
    }

    @Test
    default void someOfWhatNobodySuspectsIsLookedAtByPeopleWhoDoNotKnowWhy() {
        Court court = new Court(town(terms(true, 800_000, 100_000), List.of(new Told())));
        int drawn = 0;
        for (int i = 0; i < 200; i++) {
            Post post = say(court, "[spam 0.1] [hate 0.05] " + i);
            assertThat(reads(court, court.member, post)).isTrue();
            if (hasCase(court, post)) {
                drawn++;
                CaseFile file = court.cases()
                        .get(court.first, court.caseAbout(post.id()).id());
                assertThat(file.signals()).isEmpty();
                decide(court, post, false, Ground.SPAM);
            }
            court.town.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(drawn).isBetween(5, 45);
        court.town.somoim.deliver();
        assertThat(lessons(court, Ground.SPAM))
                .hasSize(drawn)
                .allMatch(lesson -> lesson.unaware() && !lesson.violating());
        assertThat(lessons(court, Ground.HATE)).hasSize(drawn);
        assertThat(statements(court)).isEmpty();
    }

    @Test
    default void noMachineHidesAPersonOrAGroup() {
        Court court = told();
        Group group = court.town.group(
                court.author,
                terms -> org.somoim.groups.Terms.of(Group.Kind.SOCIAL, Line.of("Cheap [spam 0.99] pills")));
        court.town.somoim.deliver();
        assertThat(court.town.somoim.groups().find(court.member, group.id())).isNotNull();
        assertThat(court.town
                        .ports
                        .transactor()
                        .read(() -> court.town.ports.restraints().on(Set.of(group.id()), court.town.clock.instant())))
                .isEqualTo(Map.<Id<?>, Set<Restraint>>of());
        assertThat(court.caseAbout(group.id()).probability()).isEqualTo(990_000);
    }
}
