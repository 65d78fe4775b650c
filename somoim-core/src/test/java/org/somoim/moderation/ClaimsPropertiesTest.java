package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.memory.TestClock;

/** However moderators come and go: a case is held by one of them. */
@Covers({"MOD-2", "MOD-9"})
class ClaimsPropertiesTest {
    private static final Duration LEASE = Duration.ofMinutes(15);

    /** What somebody does next. */
    enum Deed {
        CLAIM_NEXT,
        RELEASE,
        DISMISS,
        WAIT,
        ESCALATE
    }

    record Turn(int moderator, Deed deed, int minutes) {}

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Deed.values()),
                        Arbitraries.integers().between(1, 20))
                .as(Turn::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(20);
    }

    /** Who holds what until when, as the moderators were told. */
    @Property(tries = 10_000)
    void twoNeverHoldOneCase(@ForAll("turns") @Size(max = 20) List<Turn> turns) {
        var clock = new TestClock();
        var ports = MemoryPorts.of(clock, new Random(1));
        CaseStore cases = ports.cases();
        Ids ids = ports.ids();
        List<Id<User>> moderators = List.of(ids.random(), ids.random(), ids.random());
        List<Id<Case>> all = new ArrayList<>();
        ports.transactor().run(() -> {
            for (int i = 0; i < 3; i++) {
                Case one = someCase(ids, clock.instant(), i);
                cases.add(one);
                all.add(one.id());
            }
        });
        Map<Id<Case>, Id<User>> holder = new HashMap<>();
        Map<Id<Case>, Instant> until = new HashMap<>();
        for (Turn turn : turns) {
            Id<User> moderator = moderators.get(turn.moderator());
            Instant now = clock.instant();
            switch (turn.deed()) {
                case WAIT -> clock.advance(Duration.ofMinutes(turn.minutes()));
                case CLAIM_NEXT -> {
                    var claimed =
                            ports.transactor().call(() -> cases.claimNext(moderator, false, now, now.plus(LEASE)));
                    List<Id<Case>> free = all.stream()
                            .filter(id ->
                                    !until.containsKey(id) || !until.get(id).isAfter(now))
                            .filter(id -> isOpen(ports, id))
                            .toList();
                    assertThat(claimed.isPresent()).isEqualTo(!free.isEmpty());
                    claimed.ifPresent(one -> {
                        assertThat(free).contains(one.id());
                        assertThat(one.isHeldBy(moderator, now)).isTrue();
                        holder.put(one.id(), moderator);
                        until.put(one.id(), now.plus(LEASE));
                    });
                }
                case RELEASE, DISMISS, ESCALATE -> {
                    for (Id<Case> id : all) {
                        Case found =
                                ports.transactor().read(() -> cases.find(id)).orElseThrow();
                        if (!found.isHeldBy(moderator, now)) {
                            continue;
                        }
                        assertThat(holder.get(id)).isEqualTo(moderator);
                        Case next = turn.deed() == Deed.RELEASE
                                ? found.held(null, null)
                                : turn.deed() == Deed.ESCALATE
                                        ? found.raised()
                                        : found.moved(Case.Status.DISMISSED, null, moderator, now);
                        assertThat(ports.transactor().call(() -> cases.move(next, found.version())))
                                .isTrue();
                        assertThat(ports.transactor().call(() -> cases.move(next, found.version())))
                                .isFalse();
                        until.remove(id);
                        holder.remove(id);
                    }
                }
            }
        }
    }

    private static boolean isOpen(org.somoim.Ports ports, Id<Case> id) {
        return ports.transactor()
                .read(() -> ports.cases().find(id))
                .filter(one -> one.status() == Case.Status.OPEN && !one.escalated())
                .isPresent();
    }

    private static Case someCase(Ids ids, Instant now, int urgency) {
        Id<Case> id = ids.random();
        return new Case(
                id,
                new Word("post"),
                ids.random(),
                null,
                null,
                Case.Status.OPEN,
                Ground.SPAM,
                false,
                urgency,
                0,
                1,
                0,
                null,
                null,
                id,
                null,
                null,
                null,
                null,
                null,
                0,
                1,
                now,
                now,
                null);
    }

    /** Through the front door, where whoever holds nothing decides nothing. */
    @Property(tries = 200)
    void nobodyDecidesWhatTheyDoNotHold(@ForAll("turns") List<Turn> turns) {
        var court = new Court(new Community());
        var third = court.moderator();
        var moderators = List.of(court.first, court.second, third);
        List<Id<Case>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var post = court.post("Something about " + i);
            court.report(court.member, post);
            all.add(court.caseAbout(post.id()).id());
        }
        int decided = 0;
        for (Turn turn : turns) {
            var moderator = moderators.get(turn.moderator());
            switch (turn.deed()) {
                case WAIT -> court.town.clock.advance(Duration.ofMinutes(turn.minutes()));
                case CLAIM_NEXT -> court.cases().claimNext(moderator);
                default -> {
                    for (Id<Case> id : all) {
                        Case found = court.town
                                .ports
                                .transactor()
                                .read(() -> court.town.ports.cases().find(id))
                                .orElseThrow();
                        boolean holds = found.isHeldBy(moderator.id(), court.town.clock.instant());
                        boolean done;
                        try {
                            court.cases().dismiss(moderator, id, found.version());
                            done = true;
                        } catch (org.somoim.kernel.Refusal refused) {
                            done = false;
                        }
                        assertThat(done).isEqualTo(holds);
                        decided += done ? 1 : 0;
                    }
                }
            }
        }
        assertThat(decided).isLessThanOrEqualTo(all.size());
    }
}
