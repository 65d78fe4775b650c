package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.access.Restraint;
import org.somoim.chat.Conversation;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.notifications.Notification;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.profiles.About;

/** How something is reported, judged, acted upon and taken back. The same on every store. */
@Covers({"MOD-1", "MOD-2", "MOD-5", "MOD-9", "MOD-10"})
public interface DueProcessContract {
    /** A town on the store that is tried. */
    Community town();

    private Court court() {
        return new Court(town());
    }

    @Test
    default void aReportBecomesACaseAHidingAStatementAnAppealAndIsTakenBack() {
        Court court = court();
        Post post = court.post("Buy my course, guaranteed returns 100% monthly");
        Reports.Own report = court.reports().report(court.member, Court.of(post), Ground.SCAM, Prose.of("사기 같아요"));

        Case next = court.cases().claimNext(court.first).orElseThrow();
        assertThat(next.subject()).isEqualTo(Court.of(post));
        assertThat(court.cases().claimNext(court.second)).isEmpty();
        CaseFile file = court.cases().get(court.first, next.id());
        assertThat(file.complaints()).extracting(CaseFile.Complaint::words).containsExactly(Prose.of("사기 같아요"));
        assertThat(file.before()).extracting(kept -> kept.snapshot().body()).containsExactly(post.body());

        Measure hidden = court.cases().decide(court.first, next.id(), next.version(), Court.ruling(Measure.Kind.HIDE));
        assertRefused("access.not-found", () -> court.town.somoim.posts().get(court.member, post.id()));
        assertThat(court.town
                        .somoim
                        .posts()
                        .get(court.author, post.id())
                        .marks()
                        .restraints())
                .containsExactly(Restraint.HIDDEN);
        assertThat(court.town
                        .somoim
                        .posts()
                        .inGroup(court.member, court.group.id(), Page.Ask.first())
                        .items())
                .isEmpty();
        assertThat(court.reports().mine(court.member, Page.Ask.first()).items())
                .extracting(Reports.Own::status)
                .containsExactly(Report.Status.UPHELD);

        court.town.somoim.deliver();
        Statement statement = court.appeals()
                .statements(court.author, Page.Ask.first())
                .items()
                .get(0);
        assertThat(statement.id()).isEqualTo(hidden.id());
        assertThat(statement.rule()).isEqualTo(Court.RULE);
        assertThat(statement.source()).isEqualTo(Measure.Source.REPORT);
        assertThat(statement.inForce()).isTrue();
        assertThat(court.town
                        .somoim
                        .notifications()
                        .list(court.author, Page.Ask.first(), false)
                        .items())
                .extracting(Notification::subject)
                .contains(new Id<Object>(hidden.id().value()));

        Appeals.Own appeal = court.appeals().object(court.author, hidden.id(), Prose.of("이건 광고가 아닙니다"));
        assertRefused("moderation.reviewer-is-decider", () -> court.appeals()
                .overturn(court.first, appeal.id(), Prose.of("no")));
        assertThat(court.appeals().waiting(court.first, Page.Ask.first()).items())
                .isEmpty();
        Appeal judged = court.appeals().overturn(court.second, appeal.id(), Prose.of("맞습니다. 되돌립니다."));

        assertThat(judged.status()).isEqualTo(Appeal.Status.OVERTURNED);
        assertThat(court.town.somoim.posts().get(court.member, post.id()).post())
                .isEqualTo(post);
        assertThat(court.reports().mine(court.member, Page.Ask.first()).items())
                .extracting(Reports.Own::status)
                .containsExactly(Report.Status.VOID);
        assertThat(court.appeals().statement(court.author, hidden.id()).inForce())
                .isFalse();
        assertThat(report.status()).isEqualTo(Report.Status.OPEN);
    }

    @Test
    default void onePersonHasOneOpenReportAboutAThing() {
        Court court = court();
        Post post = court.post("Something");
        court.report(court.member, post);
        assertRefused("moderation.already-reported", () -> court.report(court.member, post));
        assertRefused("moderation.your-own", () -> court.report(court.author, post));

        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().dismiss(court.first, held.id(), held.version());
        court.report(court.member, post);
        assertThat(court.caseAbout(post.id()).status()).isEqualTo(Case.Status.DISMISSED);
    }

    @Test
    default void decidingNeedsTheClaimAndThePresentVersion() {
        Court court = court();
        Post post = court.post("Something");
        court.report(court.member, post);
        Case held = court.cases().claimNext(court.first).orElseThrow();

        assertRefused("moderation.not-claimed", () -> court.cases()
                .decide(court.second, held.id(), held.version(), Court.ruling(Measure.Kind.HIDE)));
        court.report(court.town.memberOf(court.group), post);
        assertRefused(
                "moderation.changed-meanwhile", () -> court.cases().dismiss(court.first, held.id(), held.version()));
        court.town.clock.advance(Duration.ofMinutes(16));
        Case taken = court.cases().claimNext(court.second).orElseThrow();
        assertThat(taken.id()).isEqualTo(held.id());
        assertRefused("moderation.not-claimed", () -> court.cases().dismiss(court.first, held.id(), taken.version()));
        court.cases().dismiss(court.second, taken.id(), taken.version());
    }

    @Test
    default void nobodyDecidesInACaseTheyHaveAPartIn() {
        Court court = court();
        Post post = court.post("Something");
        court.town.somoim.memberships().join(court.first, court.group.id());
        court.report(court.first, post);
        assertThat(court.cases().claimNext(court.first)).isEmpty();
        Id<Case> id = court.caseAbout(post.id()).id();
        assertRefused("moderation.not-for-you", () -> court.cases().claim(court.first, id));
        assertThat(court.cases().claimNext(court.second)).isPresent();
    }

    @Test
    default void aBanTakesTwoAndLeavesTheReasonsTheAppealAndOnesOwnData() {
        Court court = court();
        Post post = court.post("Something");
        Measure proposed = court.decide(court.first, Court.of(post), Court.ruling(Measure.Kind.BAN));
        assertThat(proposed.state()).isEqualTo(Measure.State.PROPOSED);
        court.post("Still here");
        assertRefused("moderation.second-is-first", () -> court.cases().agree(court.first, proposed.id()));
        assertThat(court.cases().proposals(court.first)).isEmpty();
        assertThat(court.cases().proposals(court.second))
                .extracting(Measure::id)
                .containsExactly(proposed.id());
        court.cases().agree(court.second, proposed.id());

        assertRefused("access.barred", () -> court.post("Not any more"));
        assertRefused(
                "access.barred",
                () -> court.town.somoim.posts().inGroup(court.author, court.group.id(), Page.Ask.first()));
        assertThat(court.appeals().statements(court.author, Page.Ask.first()).items())
                .hasSize(1);
        court.town.somoim.personalData().export(court.author).tell((capability, excerpt) -> {});
        Appeals.Own appeal = court.appeals().object(court.author, proposed.id(), Prose.of("왜요?"));
        assertRefused("moderation.reviewer-is-decider", () -> court.appeals()
                .uphold(court.second, appeal.id(), Prose.of("no")));
        court.appeals().overturn(court.admin, appeal.id(), Prose.of("A mistake"));
        court.post("Back again");
    }

    @Test
    default void aSuspensionEndsByItselfWithoutAnyJob() {
        Court court = court();
        Post post = court.post("Something");
        court.decide(court.first, Court.of(post), Court.ruling(Measure.Kind.SUSPEND));
        assertRefused("access.barred", () -> court.post("Not now"));
        court.town.clock.advance(Duration.ofDays(1).minusMillis(1));
        assertRefused("access.barred", () -> court.post("Not yet"));
        court.town.clock.advance(Duration.ofMillis(1));
        court.post("Now");
    }

    @Test
    default void whoIsMutedReadsAndDoesNotWrite() {
        Court court = court();
        Post post = court.post("Something");
        court.decide(court.first, Court.of(post), Court.ruling(Measure.Kind.MUTE));
        court.town.somoim.posts().get(court.author, post.id());
        assertRefused("access.silenced", () -> court.post("More"));
        assertRefused(
                "access.silenced", () -> court.town.somoim.comments().write(court.author, post.id(), Prose.of("More")));
    }

    @Test
    default void whoIsSlowedWritesEveryTenMinutes() {
        Court court = court();
        Post post = court.post("Something");
        court.decide(court.first, Court.of(post), Court.ruling(Measure.Kind.RATE_LIMIT));
        court.post("One");
        assertRefused("moderation.slowed", () -> court.post("Two"));
        assertRefused(
                "moderation.slowed",
                () -> court.town.somoim.comments().write(court.author, post.id(), Prose.of("Two")));
        court.town.clock.advance(Duration.ofMinutes(10));
        court.post("Two");
    }

    @Test
    default void eachMeasureShowsWhereTheThingIsRead() {
        Court court = court();
        Post labelled = court.post("Labelled");
        court.decide(court.first, Court.of(labelled), Court.ruling(Measure.Kind.LABEL));
        assertThat(restraints(court, court.member, labelled)).containsExactly(Restraint.LABELLED);

        Post limited = court.post("Limited");
        court.decide(court.first, Court.of(limited), Court.ruling(Measure.Kind.LIMIT));
        assertThat(restraints(court, court.member, limited)).isEmpty();
        assertThat(restraints(court, court.author, limited)).containsExactly(Restraint.LIMITED);
        assertThat(court.town
                        .somoim
                        .posts()
                        .inGroup(court.member, court.group.id(), Page.Ask.first())
                        .items())
                .extracting(shown -> shown.post().id())
                .containsExactly(labelled.id());
        assertThat(court.town
                        .somoim
                        .posts()
                        .inGroup(court.author, court.group.id(), Page.Ask.first())
                        .items())
                .hasSize(2);

        Post locked = court.post("Locked");
        court.decide(court.first, Court.of(locked), Court.ruling(Measure.Kind.LOCK));
        assertRefused(
                "access.silenced",
                () -> court.town.somoim.comments().write(court.member, locked.id(), Prose.of("More")));
        assertRefused(
                "access.silenced",
                () -> court.town.somoim.posts().edit(court.author, locked.id(), draft -> Draft.of(Prose.of("Other"))));

        Post removed = court.post("Removed");
        court.decide(court.first, Court.of(removed), Court.ruling(Measure.Kind.REMOVE));
        assertRefused("access.not-found", () -> court.town.somoim.posts().get(court.author, removed.id()));
    }

    private static Set<Restraint> restraints(Court court, Actor.Person reader, Post post) {
        return court.town.somoim.posts().get(reader, post.id()).marks().restraints();
    }

    @Test
    default void strikesClimbTheLadderAndAnOverturnedOneTakesItsStepBack() {
        Court court = court();
        Measure firstOne = court.decide(court.first, Court.of(court.post("One")), Court.ruling(Measure.Kind.REMOVE));
        court.post("Still free");
        court.town.clock.advance(Duration.ofMinutes(1));
        court.decide(court.first, Court.of(court.post("Two")), Court.ruling(Measure.Kind.HIDE));
        court.post("Slowly");
        assertRefused("moderation.slowed", () -> court.post("More"));

        Appeals.Own appeal = court.appeals().object(court.author, firstOne.id(), Prose.of("Why?"));
        court.appeals().overturn(court.second, appeal.id(), Prose.of("Right"));
        court.post("Free again");
        court.post("And again");
    }

    @Test
    default void aGroupBanIsUndoneToTheLastBit() {
        Court court = court();
        court.town
                .somoim
                .members()
                .appoint(
                        court.town.ownerOf(court.group),
                        court.group.id(),
                        court.author.id(),
                        org.somoim.groups.Membership.Role.MODERATOR);
        var before = court.town
                .ports
                .transactor()
                .read(() -> court.town.ports.memberships().find(court.group.id(), court.author.id()));
        var group = court.town.somoim.groups().find(court.member, court.group.id());
        Measure ban =
                court.decide(court.first, Court.of(court.post("Something")), Court.ruling(Measure.Kind.GROUP_BAN));
        court.town.clock.advance(Duration.ofDays(1));
        court.cases().agree(court.second, ban.id());
        assertRefused(
                "access.not-found",
                () -> court.town.somoim.posts().inGroup(court.author, court.group.id(), Page.Ask.first()));

        Appeals.Own appeal = court.appeals().object(court.author, ban.id(), Prose.of("Why?"));
        court.appeals().overturn(court.admin, appeal.id(), Prose.of("Right"));
        assertThat(court.town
                        .ports
                        .transactor()
                        .read(() -> court.town.ports.memberships().find(court.group.id(), court.author.id())))
                .isEqualTo(before);
        assertThat(court.town.somoim.groups().find(court.member, court.group.id()))
                .isEqualTo(group);
    }

    @Test
    default void aReporterWhoInsistsIsHeardBySomebodyElse() {
        Court court = court();
        Post post = court.post("Something");
        Reports.Own report = court.report(court.member, post);
        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().dismiss(court.first, held.id(), held.version());

        Appeals.Own appeal = court.appeals().insist(court.member, report.id(), Prose.of("Look again"));
        assertRefused("moderation.already-appealed", () -> court.appeals()
                .insist(court.member, report.id(), Prose.of("And again")));
        assertRefused("moderation.reviewer-is-decider", () -> court.appeals()
                .overturn(court.first, appeal.id(), Prose.of("no")));
        court.appeals().overturn(court.second, appeal.id(), Prose.of("Yes"));
        assertThat(court.caseAbout(post.id()).status()).isEqualTo(Case.Status.OPEN);
        assertThat(court.cases().claimNext(court.first)).isEmpty();
        assertThat(court.cases().claimNext(court.second)).isPresent();
    }

    @Test
    default void whoInsistsAndHasReportedItAnewHasOneOpenReport() {
        Court court = court();
        Post post = court.post("Something");
        Reports.Own first = court.report(court.member, post);
        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().dismiss(court.first, held.id(), held.version());
        Appeals.Own appeal = court.appeals().insist(court.member, first.id(), Prose.of("Look again"));
        Reports.Own second = court.report(court.member, post);

        court.appeals().overturn(court.second, appeal.id(), Prose.of("Yes"));

        assertThat(court.reports().mine(court.member, Page.Ask.first()).items())
                .extracting(Reports.Own::id, Reports.Own::status)
                .containsExactlyInAnyOrder(
                        tuple(first.id(), Report.Status.VOID), tuple(second.id(), Report.Status.OPEN));
    }

    @Test
    @Covers("TST-10")
    default void whatAModeratorCannotDecideGoesToAnAdministrator() {
        Court court = court();
        court.report(court.member, court.post("Something"));
        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().escalate(court.first, held.id(), held.version());

        assertRefused("access.not-found", () -> court.cases().get(court.first, held.id()));
        assertThat(court.cases().claimNext(court.second)).isEmpty();
        assertThat(court.cases().claimNext(court.admin)).map(Case::id).contains(held.id());
    }

    @Test
    default void whatIsPutOffComesBackAndAtOnceWhenTheAuthorChangesIt() {
        Court court = court();
        Post post = court.post("Something");
        court.report(court.member, post);
        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().snooze(court.first, held.id(), held.version(), Duration.ofDays(2));
        assertThat(court.cases().claimNext(court.second)).isEmpty();
        court.town.clock.advance(Duration.ofDays(2));
        court.town.somoim.tick();
        Case again = court.cases().claimNext(court.second).orElseThrow();
        court.cases().dismiss(court.second, again.id(), again.version());

        court.town.clock.advance(Duration.ofMinutes(1));
        court.town.somoim.posts().edit(court.author, post.id(), draft -> Draft.of(Prose.of("Something worse")));
        court.town.somoim.deliver();
        Case back = court.cases().claimNext(court.first).orElseThrow();
        assertThat(court.cases().get(court.first, back.id()).before()).hasSize(2);
    }

    @Test
    default void whatIsNearlyTheSameIsDecidedTogether() {
        Court court = court();
        Post one = court.post("Join my channel now and earn 300 a day from home, no work needed at all!");
        Post two = court.post("Join my channel now and earn 500 a day from home, no work needed at all!!");
        Post other = court.post("The picnic on Saturday is at noon, everyone brings something to eat.");
        court.report(court.member, one);
        court.report(court.member, two);
        court.report(court.member, other);

        Case held = court.cases().open(court.first, Court.of(one), Ground.SPAM);
        assertThat(court.cases().get(court.first, held.id()).kin())
                .containsExactly(court.caseAbout(two.id()).id());
        court.cases()
                .decide(
                        court.first,
                        held.id(),
                        held.version(),
                        Court.ruling(Measure.Kind.HIDE).withAllKin());
        assertThat(court.caseAbout(two.id()).status()).isEqualTo(Case.Status.ACTIONED);
        assertThat(court.caseAbout(other.id()).status()).isEqualTo(Case.Status.OPEN);
    }

    @Test
    @Covers("MOD-1")
    default void aNoticeFromOutsideCountsOnceItsAddressIsProved() {
        Court court = court();
        Post post = court.post("Something that is against the law");
        Email outside = Email.of("outside@example.org");
        court.reports().notice(Actor.visitor(), outside, Court.of(post), Ground.ILLEGAL, Prose.of("§ 1"));
        court.town.somoim.deliver();
        assertThat(court.cases().claimNext(court.first)).isEmpty();

        Secrets.Secret secret = mailbox(court).secret(outside);
        court.reports().confirm(Actor.visitor(), secret);
        assertRefused("moderation.letter-spent", () -> court.reports().confirm(Actor.visitor(), secret));
        Case held = court.cases().claimNext(court.first).orElseThrow();
        assertThat(held.ground()).isEqualTo(Ground.ILLEGAL);
        assertThat(court.cases().get(court.first, held.id()).complaints())
                .extracting(CaseFile.Complaint::words)
                .containsExactly(Prose.of("§ 1"));
        Measure hidden = court.cases().decide(court.first, held.id(), held.version(), Court.ruling(Measure.Kind.HIDE));
        assertThat(hidden.source()).isEqualTo(Measure.Source.NOTICE);
    }

    @Test
    @Covers("MOD-1")
    default void aLetterIsGoodForADayAndNobodysMailboxIsFlooded() {
        Court court = court();
        Post post = court.post("Something");
        Email outside = Email.of("outside@example.org");
        for (int i = 0; i < Reports.MOST_NOTICES + 3; i++) {
            court.reports().notice(Actor.visitor(), outside, Court.of(post), Ground.SPAM, null);
        }
        court.town.somoim.deliver();
        assertThat(mailbox(court).to(outside)).hasSize(Reports.MOST_NOTICES);

        Secrets.Secret secret = mailbox(court).secret(outside);
        court.town.clock.advance(Reports.NOTICE_GOOD);
        assertRefused("moderation.letter-spent", () -> court.reports().confirm(Actor.visitor(), secret));
        court.town.somoim.tick();
        assertThat(court.town
                        .ports
                        .transactor()
                        .read(() -> court.town.ports.reports().noticesFrom(outside)))
                .isEmpty();
    }

    @Test
    @Covers("MOD-1")
    default void aNoticeAboutNothingLooksLikeAnyOther() {
        Court court = court();
        Email outside = Email.of("outside@example.org");
        Subject nothing = Subject.of("post", court.town.ports.ids().timeOrdered());
        court.reports().notice(Actor.visitor(), outside, nothing, Ground.SPAM, null);
        court.town.somoim.deliver();
        court.reports().confirm(Actor.visitor(), mailbox(court).secret(outside));
        assertThat(court.cases().window(court.first)).isEmpty();
    }

    private static MemoryMailer mailbox(Court court) {
        return (MemoryMailer) court.town.ports.mailer();
    }

    @Test
    @Covers("MOD-1")
    default void whoIsTrustedIsHeardFirstAndTheStatementSaysSo() {
        Court court = court();
        Post first = court.post("Something");
        Post second = court.post("Something else");
        Actor.Person flagger = court.town.memberOf(court.group);
        court.town.somoim.oversight().trust(court.admin, flagger.id(), true);
        court.report(court.member, first);
        court.report(flagger, second);

        Case held = court.cases().claimNext(court.first).orElseThrow();
        assertThat(held.subject()).isEqualTo(Court.of(second));
        Measure hidden = court.cases().decide(court.first, held.id(), held.version(), Court.ruling(Measure.Kind.HIDE));
        assertThat(hidden.source()).isEqualTo(Measure.Source.TRUSTED_FLAGGER);
        assertRefused(
                "access.not-allowed", () -> court.town.somoim.oversight().trust(court.first, flagger.id(), false));
    }

    @Test
    @Covers({"MOD-9", "CFG-8"})
    default void whatIsBehindTheWindowWaitsAndNothingIsDropped() {
        Court court = court();
        int many = ModerationTerms.PRESET.window() + 5;
        for (int i = 0; i < many; i++) {
            court.decideNothing(court.post("Number " + i));
        }
        assertThat(court.cases().window(court.first)).hasSize(ModerationTerms.PRESET.window());
        Oversight.Queue queue = court.town.somoim.oversight().queue(court.admin);
        assertThat(queue.window()).isEqualTo(ModerationTerms.PRESET.window());
        assertThat(queue.backlog()).isEqualTo(5);
        assertThat(queue.state()).isEqualTo(Oversight.State.FULL);

        int decided = 0;
        for (var held = court.cases().claimNext(court.first);
                held.isPresent();
                held = court.cases().claimNext(court.first)) {
            court.cases().dismiss(court.first, held.get().id(), held.get().version());
            decided++;
        }
        assertThat(decided).isEqualTo(many);
    }

    @Test
    @Covers({"MOD-9", "API-5", "OPS-8"})
    default void aQueueThatIsBehindShowsInTheHealthOfTheWhole() {
        Court court = court();
        assertThat(court.town.somoim.health().moderationQueue()).isEqualTo(Health.Part.HEALTHY);
        court.report(court.member, court.post("Something"));
        court.town.clock.advance(Backlog.LATE);
        assertThat(court.town.somoim.health().moderationQueue()).isEqualTo(Health.Part.HEALTHY);
        court.town.clock.advance(Duration.ofMillis(1));
        assertThat(court.town.somoim.health().moderationQueue()).isEqualTo(Health.Part.UNHEALTHY);
        assertThat(court.town.somoim.oversight().queue(court.admin).state()).isEqualTo(Oversight.State.LATE);

        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().dismiss(court.first, held.id(), held.version());
        assertThat(court.town.somoim.health().moderationQueue()).isEqualTo(Health.Part.HEALTHY);
    }

    @Test
    @Covers("MOD-9")
    default void aDismissedCaseComesBackOnANewGroundOrWhenManyMoreSayTheSame() {
        Court court = court();
        Post post = court.post("Something");
        court.report(court.member, post);
        dismissNext(court);
        Actor.Person another = court.town.memberOf(court.group);
        court.report(another, post);
        assertThat(court.caseAbout(post.id()).status()).isEqualTo(Case.Status.DISMISSED);
        court.reports().report(court.town.memberOf(court.group), Court.of(post), Ground.HATE, null);
        assertThat(court.caseAbout(post.id()).status()).isEqualTo(Case.Status.OPEN);
        dismissNext(court);

        int said = 0;
        while (court.caseAbout(post.id()).status() == Case.Status.DISMISSED) {
            court.report(court.town.memberOf(court.group), post);
            said++;
        }
        assertThat(said).isEqualTo(Reporters.FULL / Reporters.LEAST);
    }

    private static void dismissNext(Court court) {
        Case held = court.cases().claimNext(court.first).orElseThrow();
        court.cases().dismiss(court.first, held.id(), held.version());
    }

    @Test
    @Covers({"MOD-2", "MOD-9"})
    default void nobodyGetsAtACaseByBeginningItThatIsForOthersOrWaitsForASecond() {
        Court court = court();
        Post escalated = court.post("Something");
        Case held = court.cases().open(court.first, Court.of(escalated), Ground.SPAM);
        court.cases().escalate(court.first, held.id(), held.version());
        assertRefused("access.not-found", () -> court.cases().open(court.second, Court.of(escalated), Ground.SPAM));
        court.cases().open(court.admin, Court.of(escalated), Ground.SPAM);

        Post proposed = court.post("Something else");
        court.decide(court.first, Court.of(proposed), Court.ruling(Measure.Kind.BAN));
        assertRefused("moderation.not-open", () -> court.cases().open(court.second, Court.of(proposed), Ground.SPAM));
    }

    @Test
    @Covers({"MOD-1", "SEC-6"})
    default void whatNobodyHasReportedIsJudgedOnlyByWhoCanReadIt() {
        Court court = court();
        Group secret = court.town.secretGroup(court.author);
        Actor.Person member = court.town.memberOf(secret);
        Post post = court.town.post(court.author, secret);
        assertRefused("access.not-found", () -> court.cases().open(court.first, Court.of(post), Ground.SPAM));

        court.report(member, post);
        assertThat(court.cases().open(court.first, Court.of(post), Ground.SPAM).subject())
                .isEqualTo(Court.of(post));
    }

    @Test
    @Covers({"MOD-1", "PRF-12"})
    default void aReportAboutSomebodyHoldsWhatItsMakerCouldSeeOfThem() {
        Court court = court();
        var profiles = court.town.somoim.profiles();
        profiles.edit(
                court.author,
                about -> new About(
                        about.displayName(),
                        null,
                        null,
                        Prose.of("For some only"),
                        null,
                        null,
                        about.interests(),
                        about.expertise()));
        court.reports().report(court.member, new Subject(Subject.PERSON, court.author.id()), Ground.SPAM, null);
        Case held = court.cases().claimNext(court.first).orElseThrow();
        assertThat(court.cases().get(court.first, held.id()).toString()).doesNotContain("For some only");
    }

    @Test
    @Covers({"MOD-3", "MOD-6"})
    default void whatWasDecidedIsToldForHalvesOfYearsThatAreOver() {
        Court court = court();
        HalfYear half = new HalfYear(2026, 1);
        for (int i = 0; i < 12; i++) {
            court.decide(court.first, Court.of(court.post("Number " + i)), Court.ruling(Measure.Kind.LABEL));
        }
        court.decide(court.first, Court.of(court.post("One more")), Court.ruling(Measure.Kind.LOCK));
        var oversight = court.town.somoim.oversight();
        assertRefused("moderation.not-over-yet", () -> oversight.transparency(court.admin, half));
        court.town.clock.advance(Duration.ofDays(150));

        Transparency told = oversight.transparency(court.admin, half);
        assertThat(told.measures())
                .filteredOn(cell -> cell.count() != null)
                .containsExactly(new Transparency.Cell(Ground.SPAM, Measure.Kind.LABEL, false, 12));
        assertThat(told.all()).isNull();
    }

    @Test
    @Covers({"MOD-5", "MOD-10"})
    default void whoIsBannedKeepsTheirDataAndCanGoForGood() {
        Court court = court();
        Measure ban = court.decide(court.first, Court.of(court.post("Something")), Court.ruling(Measure.Kind.BAN));
        court.cases().agree(court.second, ban.id());
        var excerpts = new java.util.ArrayList<String>();
        court.town
                .somoim
                .personalData()
                .export(court.author)
                .tell((capability, excerpt) -> excerpts.add(capability + " " + excerpt));
        assertThat(excerpts).anyMatch(excerpt -> excerpt.contains(Court.FACTS.value()));
        assertThat(excerpts)
                .noneMatch(excerpt -> excerpt.contains(court.first.id().toString()));
        assertThat(court.town
                        .somoim
                        .notifications()
                        .list(court.author, Page.Ask.first(), false)
                        .items())
                .isNotNull();
        assertThat(court.appeals().restricted(court.admin, Page.Ask.first()).items())
                .extracting(Measure::id)
                .containsExactly(ban.id());

        court.appeals().lift(court.admin, ban.id());
        court.post("Back again");
        assertThat(court.appeals().restricted(court.admin, Page.Ask.first()).items())
                .isEmpty();
    }

    @Test
    @Covers("PER-8")
    default void aStatementNamesOnesObjectionHoweverManyOthersOneMade() {
        Court court = court();
        List<Measure> taken = new ArrayList<>();
        for (int i = 0; i <= Page.Ask.MOST; i++) {
            taken.add(court.decide(court.first, Court.of(court.post("자리 " + i)), Court.ruling(Measure.Kind.NUDGE)));
        }
        List<Id<Appeal>> appeals = taken.stream()
                .map(measure -> court.appeals().object(court.author, measure.id(), Prose.of("아니에요")))
                .map(Appeals.Own::id)
                .toList();

        assertThat(taken.stream()
                        .map(measure -> court.appeals()
                                .statement(court.author, measure.id())
                                .appeal())
                        .toList())
                .isEqualTo(appeals);
        assertThat(court.appeals()
                        .statements(court.author, Page.Ask.first(Page.Ask.MOST))
                        .items())
                .allSatisfy(statement -> assertThat(statement.appeal()).isNotNull());
    }

    @Test
    default void aGroupThatIsHiddenIsNotAmongOnesConversationsAndDoesNotHideTheOthers() {
        Court court = court();
        Actor.Person owner = court.town.ownerOf(court.group);
        Group other = court.town.openGroup(owner);
        court.town.somoim.memberships().join(court.author, other.id());
        for (Group group : List.of(court.group, other)) {
            court.town.somoim.chat().send(court.author, Conversation.idOf(group.id()), Prose.of("여기요"));
        }
        Subject whole = Subject.of("group", court.group.id());
        court.decide(court.first, whole, Court.ruling(Measure.Kind.HIDE));

        assertThat(conversations(court, court.author)).containsExactly(Conversation.idOf(other.id()));
        assertThat(conversations(court, owner)).hasSize(2);
    }

    private static List<Id<Conversation>> conversations(Court court, Actor.Person reader) {
        return court.town.somoim.conversations().list(reader, Page.Ask.first()).items().stream()
                .map(shown -> shown.conversation().id())
                .toList();
    }

    @Test
    @Covers("MOD-10")
    default void aShorterTimeIsOneOfTheAnswersToAnObjection() {
        Court court = court();
        Measure muted = court.decide(
                court.first,
                Court.of(court.post("Something")),
                Court.ruling(Measure.Kind.MUTE).lasting(Duration.ofDays(10)));
        Appeals.Own appeal = court.appeals().object(court.author, muted.id(), Prose.of("Too long"));
        java.time.Instant sooner = court.town.clock.instant().plus(Duration.ofDays(1));
        assertRefused("moderation.bad-end", () -> court.appeals()
                .reduce(court.second, appeal.id(), sooner.plus(Duration.ofDays(20)), Prose.of("No")));
        court.appeals().reduce(court.second, appeal.id(), sooner, Prose.of("A day is enough"));
        court.town.clock.advance(Duration.ofDays(1));
        court.post("Free");
    }
}
