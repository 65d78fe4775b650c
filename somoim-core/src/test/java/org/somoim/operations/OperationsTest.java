package org.somoim.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Ports;
import org.somoim.access.Access;
import org.somoim.access.SiteRole;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.Deed;
import org.somoim.audit.Entry;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.memory.Community;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;
import org.somoim.operations.Operations.Job;
import org.somoim.operations.Operations.Listening;

@Covers({"MOD-4", "OPS-8"})
class OperationsTest {
    private static final Word NOTIFICATIONS = new Word("notifications");

    private final Community town = new Community();
    private final Operations operations = town.somoim.operations();
    private final FakeUpkeep upkeep = new FakeUpkeep();
    private final Actor.Person admin = admin();

    private Actor.Person admin() {
        Actor.Person person = town.person();
        town.somoim.accounts().appoint(Actor.host("test"), person.id(), SiteRole.ADMIN);
        return person;
    }

    private Listening listening(Word name) {
        return operations.listeners(admin).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Deed> deeds() {
        return town
                .somoim
                .audit()
                .entries(Actor.host("test"), AuditFilter.who(admin.id()), Page.Ask.first(50))
                .items()
                .stream()
                .map(Entry::deed)
                .toList();
    }

    /** As the post does that has given up on it. */
    private long setAside(Word listener) {
        return town.ports.transactor().call(() -> {
            long newest = town.ports.facts().newest();
            town.ports
                    .facts()
                    .setAside(new FactLog.SetAside(
                            listener, newest, 8, new FactLog.Error("IllegalStateException"), town.clock.instant()));
            return newest;
        });
    }

    @Test
    void aListenerIsBehindUntilItHasHeardAll() {
        town.somoim.deliver();
        Instant then = town.clock.instant();
        Group group = town.openGroup(admin);
        town.post(admin, group);
        town.clock.advance(Duration.ofMinutes(3));

        assertThat(listening(NOTIFICATIONS).behind()).isEqualTo(2);
        assertThat(listening(NOTIFICATIONS).waitingSince()).isEqualTo(then);

        town.somoim.deliver();

        assertThat(listening(NOTIFICATIONS).behind()).isZero();
        assertThat(listening(NOTIFICATIONS).waitingSince()).isNull();
    }

    @Test
    void factsAreShownByNameAndPageByPage() {
        town.somoim.tick();
        town.somoim.deliver();
        town.somoim.tick();
        Group group = town.openGroup(admin);
        town.post(admin, group);

        Page<Operations.Happened> first = operations.facts(admin, Page.Ask.first(1));
        Page<Operations.Happened> second = operations.facts(admin, new Page.Ask(first.next(), 1));

        assertThat(first.items()).extracting(one -> one.fact().value()).containsExactly("groups.created");
        assertThat(second.items()).extracting(one -> one.fact().value()).containsExactly("posts.post-written");
        assertThat(second.next()).isNull();
    }

    @Test
    void whatWasSetAsideIsTriedAgainAndThatIsInTheAuditLog() {
        town.post(admin, town.openGroup(admin));
        long position = setAside(NOTIFICATIONS);

        assertThat(operations.setAside(admin)).singleElement().satisfies(one -> {
            assertThat(one.position()).isEqualTo(position);
            assertThat(one.fact()).isEqualTo(new Word("posts.post-written"));
        });

        operations.retry(admin, NOTIFICATIONS, position);

        assertThat(operations.setAside(admin)).isEmpty();
        assertThat(deeds()).contains(Deed.FACT_RETRIED);
        assertRefused("operations.not-set-aside", () -> operations.retry(admin, NOTIFICATIONS, position));
        assertRefused("operations.not-set-aside", () -> operations.retry(admin, new Word("nobody"), position));
    }

    /** Fails until it is told otherwise, and asks about each fact beforehand. */
    private final class Stubborn implements FactListener {
        private final Word name = new Word("stubborn");
        private boolean gives;
        private int asked;

        @Override
        public Word name() {
            return name;
        }

        @Override
        public Runnable ready(Fact fact, Instant at) {
            // Somebody else changes something meanwhile, which they could not if everything were held up.
            CompletableFuture.runAsync(town::person)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            asked++;
            return () -> on(fact, at);
        }

        @Override
        public void on(Fact fact, Instant at) {
            town.openGroup(admin);
            if (!gives) {
                throw new IllegalStateException("not yet");
            }
        }

        private Operations operations() {
            Ports ports = town.ports;
            return new Operations(
                    new FactPost(ports.transactor(), ports.facts(), town.clock, List.of(this)),
                    ports.facts(),
                    List.of(name),
                    new Rounds(List.of(), town.clock.instant()),
                    new Counters(() -> 0),
                    town.clock,
                    new Access(ports.roster()),
                    new Work(ports.transactor(), ports.facts(), ports.ids(), town.clock));
        }
    }

    @Test
    void whatFailsAgainStaysSetAsideAndChangesNothing() {
        var stubborn = new Stubborn();
        town.openGroup(admin);
        long position = setAside(stubborn.name);
        Operations theirs = stubborn.operations();

        assertRefused("operations.still-fails", () -> theirs.retry(admin, stubborn.name, position));

        assertThat(theirs.setAside(admin)).hasSize(1);
        assertThat(town.ports.facts().after(position, 10))
                .extracting(entry -> entry.fact().name())
                .isNotEmpty()
                .doesNotContain("groups.created", "operations.retried");
    }

    @Test
    void nobodyWaitsWhileAListenerMakesUpItsMind() {
        var stubborn = new Stubborn();
        stubborn.gives = true;
        town.openGroup(admin);
        long position = setAside(stubborn.name);
        Operations theirs = stubborn.operations();

        theirs.retry(admin, stubborn.name, position);

        assertThat(stubborn.asked).isEqualTo(1);
        assertThat(theirs.setAside(admin)).isEmpty();
        assertThat(town.ports.facts().after(position, 10))
                .extracting(entry -> entry.fact().name())
                .endsWith("groups.created", "operations.retried");
    }

    private long counted(String series) {
        return operations.numbers(admin).entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(series))
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    @Test
    @Covers("MOD-3")
    void howOftenPeopleDidOneThingIsToldInSteps() {
        for (int done = 1; done <= 2 * Operations.STEP; done++) {
            town.openGroup(admin);
            assertThat(counted("somoim.facts{fact=groups.created}")).isEqualTo(done - done % Operations.STEP);
        }
        assertThat(operations.numbers(admin)).containsKey(Series.of(Metric.CHANGES_WAITING));
        assertThat(counted("somoim.changes.waiting") % Operations.STEP).isNotZero();
    }

    @Test
    void jobsAreDueWhenNobodyComesForThem() {
        assertThat(operations.jobs(admin)).hasSizeGreaterThan(20).noneMatch(Job::isDue);
        town.clock.advance(Operations.LATE.plusSeconds(1));
        assertThat(operations.jobs(admin)).allMatch(Job::isDue).allMatch(job -> job.last() == null);

        town.somoim.tick();
        assertThat(operations.jobs(admin)).noneMatch(Job::isDue).allSatisfy(job -> assertThat(job.last())
                .isNotNull());

        town.clock.advance(Operations.LATE.plusSeconds(1));
        assertThat(operations.jobs(admin)).allMatch(Job::isDue);
    }

    @Test
    void aCopyIsTakenAndThatIsInTheAuditLog() {
        Upkeep.Copy copy = operations.backUp(admin, upkeep);

        assertThat(operations.copies(admin, upkeep)).containsExactly(copy);
        assertThat(deeds()).contains(Deed.BACKUP_TAKEN);
        assertThat(operations.check(admin, upkeep).isClean()).isTrue();
        assertThat(operations.checkCopy(admin, upkeep, copy.name()).isClean()).isFalse();
        assertRefused("operations.no-such-copy", () -> operations.checkCopy(admin, upkeep, Line.of("../etc")));
    }

    @Test
    void withoutUpkeepNothingIsCopiedAndNothingIsSaid() {
        assertRefused("operations.no-upkeep", () -> operations.backUp(admin, Upkeep.NONE));
        assertRefused("operations.no-upkeep", () -> operations.check(admin, Upkeep.NONE));
        assertThat(operations.copies(admin, Upkeep.NONE)).isEmpty();
        assertThat(deeds()).doesNotContain(Deed.BACKUP_TAKEN);
    }

    @Test
    void onlyThoseWhoRunTheCommunityGetAnAnswer() {
        Actor.Person moderator = town.person();
        town.somoim.accounts().appoint(Actor.host("test"), moderator.id(), SiteRole.MODERATOR);
        List<Consumer<Actor>> calls = List.of(
                operations::listeners,
                actor -> operations.facts(actor, Page.Ask.first()),
                operations::setAside,
                actor -> operations.retry(actor, NOTIFICATIONS, 1),
                operations::jobs,
                operations::numbers,
                actor -> operations.steps(actor, upkeep),
                actor -> operations.copies(actor, upkeep),
                actor -> operations.backUp(actor, upkeep),
                actor -> operations.check(actor, upkeep),
                actor -> operations.checkCopy(actor, upkeep, Line.of("copy-0")));

        calls.forEach(call -> {
            assertRefused("access.not-allowed", () -> call.accept(moderator));
            assertRefused("access.not-allowed", () -> call.accept(town.person()));
            assertRefused("access.not-signed-in", () -> call.accept(Actor.visitor()));
        });
        assertThat(upkeep.copies()).isEmpty();
    }
}
