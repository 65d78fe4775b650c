package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Restraint;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalShare;
import org.somoim.goals.Preview;
import org.somoim.goals.ShownGoal;
import org.somoim.goals.Story;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.notifications.Notification;
import org.somoim.personaldata.Wish;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.ratings.Rating;
import org.somoim.ratings.RatingStore;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;

/**
 * Whatever people write and others read can be reported: also what does not say whose it is, what one person alone reads, and
 * what nothing may hide. The same on every store.
 */
@Covers({"MOD-1", "MOD-5", "MOD-9"})
public abstract class EveryKindContract {
    private static final Actor HOST = Actor.host("test");
    private static final Story STORY = Story.of("Send me money and I double it");
    private static final Prose WORDS = Prose.of("제 이야기일 뿐입니다");

    private Court court;
    private Community town;
    private Actor.Person sharer;

    /** A town on the store that is tried. */
    protected abstract Community open();

    @BeforeEach
    void setTheScene() {
        town = open();
        court = new Court(town);
        sharer = town.person();
    }

    @Test
    void thereIsAKindForWhateverPeopleWriteAndOthersRead() {
        assertThat(court.reports().kinds())
                .extracting(Word::value)
                .containsExactly(
                        "alert",
                        "comment",
                        "event",
                        "forum-post",
                        "goal",
                        "group",
                        "message",
                        "person",
                        "post",
                        "rating-comment",
                        "topic");
    }

    // Goals, which say nothing of whose they are

    private GoalShare told(Actor.Person person) {
        town.somoim.profiles().changeSettings(person, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY));
        GoalShare share =
                town.somoim.goalShares().share(person, new GoalDraft(GoalCategory.HOME, null, null, null, null, null));
        GoalShare told = tell(person, share, STORY);
        town.clock.advance(Duration.ofDays(1));
        return told;
    }

    private GoalShare tell(Actor.Person person, GoalShare share, Story story) {
        Preview preview = town.somoim.goalShares().preview(person, share.id(), story);
        return town.somoim.goalShares().publish(person, share.id(), preview.story(), preview.proof());
    }

    private static Subject goal(GoalShare share) {
        return Subject.of("goal", share.id());
    }

    private List<Id<GoalShare>> seenBy(Actor.Person reader) {
        return town.somoim.inspiration().list(reader, GoalFilter.ALL, Page.Ask.first()).items().stream()
                .map(ShownGoal::share)
                .map(GoalShare::id)
                .toList();
    }

    private Measure hidden(GoalShare share) {
        court.reports().report(court.member, goal(share), Ground.SPAM, null);
        Case claimed = court.cases().claimNext(court.first).orElseThrow();
        return court.cases().decide(court.first, claimed.id(), claimed.version(), Court.ruling(Measure.Kind.HIDE));
    }

    @Test
    void aHiddenGoalIsGoneForAllAndItsOwnerLearnsWhyAmongTheirOwn() {
        GoalShare share = told(sharer);
        ShownGoal before = town.somoim.inspiration().see(court.member, share.id());
        Measure measure = hidden(share);

        assertThat(seenBy(court.member)).isEmpty();
        assertThat(seenBy(sharer)).isEmpty();
        assertRefused("access.not-found", () -> town.somoim.inspiration().see(court.member, share.id()));
        assertRefused("access.not-found", () -> town.somoim.inspiration().cheer(court.member, share.id(), Cheer.LIKE));
        assertRefused("access.not-found", () -> court.reports().report(court.author, goal(share), Ground.SCAM, null));

        assertThat(town.somoim.goalShares().mine(sharer))
                .extracting(GoalShare::id)
                .containsExactly(share.id());
        assertThat(town.somoim.goalShares().restraints(sharer)).isEqualTo(Map.of(share.id(), Set.of(Restraint.HIDDEN)));
        assertThat(town.somoim.goalShares().restraints(court.member)).isEmpty();
        Statement statement =
                court.appeals().statementsOn(sharer, goal(share)).get(0).statement();
        assertThat(statement.id()).isEqualTo(measure.id());
        assertThat(statement.facts()).isEqualTo(Court.FACTS);
        assertThat(court.appeals().statement(sharer, measure.id())).isEqualTo(statement);

        town.somoim.appeals().lift(court.admin, measure.id());
        assertThat(town.somoim.inspiration().see(court.member, share.id())).isEqualTo(before);
    }

    @Test
    void nobodyElseReadsWhyAGoalIsHiddenOrObjectsToIt() {
        GoalShare share = told(sharer);
        Measure measure = hidden(share);
        for (Actor.Person other : List.of(court.member, court.author, court.first, court.admin)) {
            assertRefused("access.not-found", () -> court.appeals().statementsOn(other, goal(share)));
            assertRefused("access.not-found", () -> court.appeals().statement(other, measure.id()));
            assertRefused("access.not-found", () -> court.appeals().object(other, measure.id(), WORDS));
        }
        Subject named = Court.of(court.post("Buy my course"));
        assertRefused("access.not-found", () -> court.appeals().statementsOn(court.author, named));
    }

    @Test
    void whoeverSharesAGoalObjectsWithoutTheirNameAndSomebodyElseJudges() {
        GoalShare share = told(sharer);
        Measure measure = hidden(share);
        town.clock.advance(Duration.ofHours(5));
        Appeals.Own objection = court.appeals().object(sharer, measure.id(), WORDS);
        assertRefused("moderation.already-appealed", () -> court.appeals().object(sharer, measure.id(), WORDS));

        assertThat(court.appeals().waiting(court.first, Page.Ask.first()).items())
                .isEmpty();
        Appeal waiting =
                court.appeals().waiting(court.second, Page.Ask.first()).items().get(0);
        assertThat(waiting.id()).isEqualTo(objection.id());
        assertThat(waiting.appellantId()).isNull();
        assertThat(waiting.filedAt()).isEqualTo(town.clock.instant().truncatedTo(ChronoUnit.DAYS));
        court.appeals().overturn(court.second, objection.id(), Prose.of("You are right."));

        assertThat(seenBy(court.member)).containsExactly(share.id());
        Appeals.Told told = court.appeals().statementsOn(sharer, goal(share)).get(0);
        assertThat(told.statement().inForce()).isFalse();
        assertThat(Objects.requireNonNull(told.objection()).status()).isEqualTo(Appeal.Status.OVERTURNED);
        assertThat(told.statement().appeal()).isEqualTo(objection.id());
        assertThat(court.appeals().statement(sharer, measure.id())).isEqualTo(told.statement());
    }

    @Test
    void whatIsDoneAboutAGoalLeavesNothingThatNamesWhoSharesIt() {
        GoalShare share = told(sharer);
        town.somoim.deliver();
        int before = notificationsOf(sharer);
        long facts = lastFact();
        Measure measure = hidden(share);
        Appeals.Own objection = court.appeals().object(sharer, measure.id(), WORDS);
        court.appeals().uphold(court.second, objection.id(), Prose.of("It stays."));
        town.somoim.deliver();

        assertThat(notificationsOf(sharer)).isEqualTo(before);
        assertThat(court.caseAbout(share.id()).authorId()).isNull();
        assertThat(measure.personId()).isNull();
        assertThat(court.appeals().mine(sharer, Page.Ask.first()).items()).isEmpty();
        assertThat(court.appeals().statements(sharer, Page.Ask.first()).items()).isEmpty();
        assertThat(town.ports.transactor().read(() -> town.ports.facts().after(facts, 1_000)))
                .isNotEmpty()
                .noneMatch(fact -> fact.toString().contains(sharer.id().toString()))
                .noneMatch(fact -> fact.fact() instanceof ModerationFact.Appealed);
    }

    private int notificationsOf(Actor.Person person) {
        List<Notification> all = town.somoim
                .notifications()
                .list(person, Page.Ask.first(50), false)
                .items();
        return all.size();
    }

    private long lastFact() {
        return town.ports.transactor().read(() -> town.ports.facts().newest());
    }

    @Test
    void whoeverDecidesReadsAGoalAsOthersDoAndNotWhatIsToComeOrWasWithdrawn() {
        GoalShare share = told(sharer);
        court.reports().report(court.member, goal(share), Ground.SPAM, null);
        Id<Case> about = court.caseAbout(share.id()).id();
        tell(sharer, share, Story.of("Something that nobody has read yet"));
        assertThat(court.cases().get(court.first, about).now())
                .extracting(Snapshot::title)
                .isEqualTo(STORY.title());

        town.somoim.goalShares().withdraw(sharer, share.id());
        assertThat(court.cases().get(court.first, about).now()).isNotNull();
        town.clock.advance(Duration.ofDays(1));
        assertThat(court.cases().get(court.first, about).now()).isNull();
        assertThat(court.cases().get(court.first, about).before()).hasSize(1);
    }

    @Test
    void aModeratorIsNotShownTheCaseAboutAGoalOfTheirsAndHasNoPartInIt() {
        GoalShare share = told(court.first);
        court.reports().report(court.member, goal(share), Ground.SPAM, null);
        Case about = court.caseAbout(share.id());

        assertThat(court.cases().window(court.first)).isEmpty();
        assertRefused("access.not-found", () -> court.cases().get(court.first, about.id()));
        assertRefused("access.not-found", () -> court.cases().claim(court.first, about.id()));
        assertThat(court.cases().claimNext(court.first)).isEmpty();
        assertThat(court.caseAbout(share.id()).claimantId()).isNull();

        court.report(court.member, court.post("Something"));
        Case other = court.cases().claimNext(court.first).orElseThrow();
        assertThat(other.subject()).isNotEqualTo(goal(share));

        Case claimed = court.cases().claimNext(court.second).orElseThrow();
        Measure measure =
                court.cases().decide(court.second, claimed.id(), claimed.version(), Court.ruling(Measure.Kind.HIDE));
        Appeals.Own objection = court.appeals().object(court.first, measure.id(), WORDS);
        assertRefused("access.not-found", () -> court.appeals().overturn(court.first, objection.id(), WORDS));
        assertThat(court.appeals()
                        .uphold(court.moderator(), objection.id(), WORDS)
                        .status())
                .isEqualTo(Appeal.Status.UPHELD);
    }

    @Test
    void whoeverGoesTakesTheirStoryTheReasonsAndTheObjectionAlong() {
        GoalShare share = told(sharer);
        Measure measure = hidden(share);
        Appeals.Own objection = court.appeals().object(sharer, measure.id(), WORDS);

        town.somoim.personalData().erase(HOST, sharer.id(), Wish.REMOVE, Map.of());

        assertThat(court.cases().get(court.second, measure.caseId()).before()).isEmpty();
        assertThat(court.cases().get(court.second, measure.caseId()).now()).isNull();
        assertThat(town.ports.transactor().read(() -> town.ports.measures().appeal(objection.id())))
                .isEmpty();
        assertThat(court.appeals()
                        .record(court.second, Page.Ask.first())
                        .items()
                        .get(0)
                        .facts())
                .isEqualTo(new Prose("…"));
    }

    @Test
    void whoeverGoesAndLetsTheirGoalStayTakesTheObjectionAlong() {
        GoalShare share = told(sharer);
        Measure measure = hidden(share);
        Appeals.Own objection = court.appeals().object(sharer, measure.id(), WORDS);

        town.somoim
                .personalData()
                .erase(HOST, sharer.id(), Wish.REMOVE, Map.of(new Word("goal-share-owners"), Wish.KEEP));

        assertThat(town.ports.transactor().read(() -> town.ports.measures().appeal(objection.id())))
                .isEmpty();
        assertThat(court.cases().get(court.second, measure.caseId()).before()).hasSize(1);
        town.somoim.appeals().lift(court.admin, measure.id());
        assertThat(seenBy(court.member)).containsExactly(share.id());
    }

    // What is said with a rating, which one person reads

    private Rating comment(Actor.Person by, Actor.Person of) {
        var rating = new Rating(
                town.ports.ids().random(),
                null,
                by.id(),
                of.id(),
                1,
                Prose.of("Nobody likes you"),
                town.clock.instant(),
                town.clock.instant().plus(Duration.ofDays(14)),
                town.clock.instant());
        town.ports.transactor().call(() -> town.ports.ratings().add(rating));
        return rating;
    }

    private List<Id<Rating>> saidOf(Actor.Person person) {
        return town.somoim.ratings().comments(person, Page.Ask.first()).items().stream()
                .map(RatingStore.Said::id)
                .toList();
    }

    @Test
    void whatIsSaidWithARatingIsReportedByTheOneWhoReadsItAndHiddenFromThemAlone() {
        Rating rating = comment(court.author, court.member);
        Subject subject = Subject.of("rating-comment", rating.id());
        assertRefused("access.not-found", () -> court.reports().report(court.author, subject, Ground.HATE, null));
        assertRefused("access.not-found", () -> court.reports().report(sharer, subject, Ground.HATE, null));

        Reports.Own report = court.reports().report(court.member, subject, Ground.HARASSMENT, null);
        assertThat(report.toString()).doesNotContain(court.author.id().toString());
        Case claimed = court.cases().claimNext(court.first).orElseThrow();
        assertThat(claimed.authorId()).isEqualTo(court.author.id());
        Measure measure =
                court.cases().decide(court.first, claimed.id(), claimed.version(), Court.ruling(Measure.Kind.HIDE));

        assertThat(saidOf(court.member)).isEmpty();
        assertThat(town.somoim.ratings().given(court.author, Page.Ask.first()).items())
                .containsExactly(rating);
        assertThat(court.appeals().statements(court.author, Page.Ask.first()).items())
                .extracting(Statement::subject)
                .containsExactly(subject);
        Appeals.Own objection = court.appeals().object(court.author, measure.id(), WORDS);
        court.appeals().overturn(court.second, objection.id(), WORDS);
        assertThat(saidOf(court.member)).containsExactly(rating.id());
    }

    @Test
    void aCommentThatDoesNotCountYetCannotBeReportedByAnybody() {
        var waiting = new Rating(
                town.ports.ids().random(),
                null,
                court.author.id(),
                court.member.id(),
                1,
                Prose.of("Nobody likes you"),
                town.clock.instant(),
                town.clock.instant().plus(Duration.ofDays(14)),
                null);
        town.ports.transactor().call(() -> town.ports.ratings().add(waiting));
        assertRefused("access.not-found", () -> court.reports()
                .report(court.member, Subject.of("rating-comment", waiting.id()), Ground.HATE, null));
    }

    // Calls for help, which nothing hides

    /** People who have nothing to do with one another and were right whenever they reported something. */
    private List<Actor.Person> reliable() {
        return Stream.generate(() -> town.memberOf(court.group))
                .limit(5)
                .peek(person -> {
                    for (int i = 0; i < 8; i++) {
                        court.report(person, court.post("Buy my course"));
                        Case claimed = court.cases().claimNext(court.first).orElseThrow();
                        court.cases()
                                .decide(court.first, claimed.id(), claimed.version(), Court.ruling(Measure.Kind.NUDGE));
                    }
                })
                .toList();
    }

    @Test
    void aCallForHelpCanBeReportedAndNothingHidesIt() {
        List<Actor.Person> some = reliable();
        List<Actor.Person> others = reliable();
        town.clock.advance(Duration.ofHours(1));
        var call = new Call(List.of(court.group.id()), Alert.Kind.HELP, Prose.of("Buy my course"), null, false);
        Alert alert =
                town.somoim.alerts().raise(court.author, call).alerts().get(0).alert();
        Subject subject = Subject.of("alert", alert.id());
        Subject post = Court.of(court.post("Buy my course"));
        assertRefused("access.not-found", () -> court.reports().report(sharer, subject, Ground.SPAM, null));
        assertRefused("moderation.your-own", () -> court.reports().report(court.author, subject, Ground.SPAM, null));

        some.forEach(person -> court.reports().report(person, subject, Ground.SPAM, null));
        others.forEach(person -> court.reports().report(person, post, Ground.SPAM, null));

        assertThat(court.appeals().statements(court.author, Page.Ask.first()).items())
                .as("as many reports hide anything else")
                .filteredOn(statement -> statement.kind() == Measure.Kind.HIDE)
                .extracting(Statement::subject)
                .containsExactly(post);
        assertThat(town.somoim.alerts().find(court.member, alert.id()).alert().message())
                .isEqualTo(call.message());
        Case about =
                court.cases().claim(court.first, court.caseAbout(alert.id()).id());
        assertRefused("moderation.not-for-this", () -> court.cases()
                .decide(court.first, about.id(), about.version(), Court.ruling(Measure.Kind.HIDE)));
        assertThat(court.cases()
                        .decide(court.first, about.id(), about.version(), Court.ruling(Measure.Kind.MUTE))
                        .personId())
                .isEqualTo(court.author.id());
    }
}
