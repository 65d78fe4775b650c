package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.somoim.Covers;
import org.somoim.access.Restraint;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;

/** Whatever people report, decide, propose, agree to, object to and take back, in any order. */
@Covers({"MOD-2", "MOD-5", "MOD-9", "MOD-10"})
class CourtPropertiesTest {
    private static final int MOST = 40;

    /** One town, and what was last seen of each case in it. */
    private static final class World {
        final Court court = new Court();
        final List<Actor.Person> judges = List.of(court.first, court.second, court.admin);
        final List<Actor.Person> tellers = new ArrayList<>(List.of(court.member));
        final List<Post> posts = List.of(court.post("Something about one"), court.post("And another thing"));
        final Map<Id<Case>, Case> last = new HashMap<>();
        int done;

        World() {
            for (int i = 0; i < 3; i++) {
                tellers.add(court.town.memberOf(court.group));
            }
        }

        Actor.Person judge(int n) {
            return judges.get(n % judges.size());
        }

        Subject subject(int n) {
            return Court.of(posts.get(n % posts.size()));
        }

        Optional<Case> about(int n) {
            return court.town
                    .ports
                    .transactor()
                    .read(() -> court.town.ports.cases().about(subject(n).id()));
        }

        List<Measure> measures() {
            return court.town
                    .ports
                    .transactor()
                    .read(() -> court.town.ports.measures().taken(null, 500));
        }

        private static Ruling ruling(int n) {
            Measure.Kind[] kinds = Measure.Kind.values();
            return Court.ruling(kinds[n % kinds.length]).striking(n % 5);
        }

        @Override
        public String toString() {
            return done + " deeds";
        }
    }

    /** Something somebody tries; a refusal is an answer too. */
    private static Action<World> deed(String name, ObjIntConsumer<World> deed) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<World>> transformer() {
                return Arbitraries.integers()
                        .between(0, 719)
                        .map(n -> Transformer.mutate(name + " " + n, world -> {
                            world.court.town.clock.advance(Duration.ofSeconds(1));
                            try {
                                deed.accept(world, n);
                                world.done++;
                            } catch (Refusal refused) {
                                assertThat(refused.reason().code()).matches("(moderation|access|groups)\\..*");
                            }
                        }));
            }
        };
    }

    @Provide
    ActionChainArbitrary<World> courts() {
        return ActionChain.startWith(World::new)
                .withAction(3, deed("report", (world, n) -> world.court
                        .reports()
                        .report(world.tellers.get(n % 4), world.subject(n / 4), Ground.values()[n / 8 % 9], null)))
                .withAction(
                        3, deed("claim next", (world, n) -> world.court.cases().claimNext(world.judge(n))))
                .withAction(2, deed("open", (world, n) -> world.court
                        .cases()
                        .open(world.judge(n), world.subject(n / 3), Ground.OTHER)))
                .withAction(1, deed("release", (world, n) -> world.about(n / 3)
                        .ifPresent(one -> world.court.cases().release(world.judge(n), one.id(), one.version()))))
                .withAction(1, deed("escalate", (world, n) -> world.about(n / 3)
                        .ifPresent(one -> world.court.cases().escalate(world.judge(n), one.id(), one.version()))))
                .withAction(1, deed("snooze", (world, n) -> world.about(n / 3).ifPresent(one -> world.court
                        .cases()
                        .snooze(world.judge(n), one.id(), one.version(), Duration.ofHours(1 + n % 48)))))
                .withAction(2, deed("dismiss", (world, n) -> world.about(n / 3)
                        .ifPresent(one -> world.court.cases().dismiss(world.judge(n), one.id(), one.version()))))
                .withAction(4, deed("decide", (world, n) -> world.about(n / 3).ifPresent(one -> world.court
                        .cases()
                        .decide(world.judge(n), one.id(), one.version(), World.ruling(n / 6)))))
                .withAction(3, deed("second", (world, n) -> world.court.cases().proposals(world.judge(n)).stream()
                        .findFirst()
                        .ifPresent(one -> {
                            if (n % 2 == 0) {
                                world.court.cases().agree(world.judge(n), one.id());
                            } else {
                                world.court.cases().disagree(world.judge(n), one.id());
                            }
                        })))
                .withAction(3, deed("object", (world, n) -> {
                    var statements = world.court.appeals().statements(world.court.author, Page.Ask.first());
                    if (!statements.items().isEmpty()) {
                        Statement one =
                                statements.items().get(n % statements.items().size());
                        world.court.appeals().object(world.court.author, one.id(), Prose.of("Why?"));
                    }
                }))
                .withAction(1, deed("insist", (world, n) -> {
                    Actor.Person teller = world.tellers.get(n % 4);
                    for (Reports.Own own :
                            world.court.reports().mine(teller, Page.Ask.first()).items()) {
                        world.court.appeals().insist(teller, own.id(), Prose.of("Look again"));
                    }
                }))
                .withAction(
                        3,
                        deed(
                                "judge",
                                (world, n) ->
                                        world.court.appeals().waiting(world.judge(n), Page.Ask.first()).items().stream()
                                                .findFirst()
                                                .ifPresent(one -> judged(world, n, one))))
                .withAction(1, deed("lift", (world, n) -> {
                    List<Measure> all = world.measures();
                    if (!all.isEmpty()) {
                        world.court
                                .appeals()
                                .lift(world.court.admin, all.get(n % all.size()).id());
                    }
                }))
                .withAction(1, deed("edit", (world, n) -> {
                    world.court
                            .town
                            .somoim
                            .posts()
                            .edit(
                                    world.court.author,
                                    world.posts.get(n % 2).id(),
                                    draft -> Draft.of(Prose.of("Other words " + n)));
                    world.court.town.somoim.deliver();
                }))
                .withAction(2, deed("wait", (world, n) -> {
                    world.court.town.clock.advance(Duration.ofMinutes(n * 3L));
                    world.court.cases().wake(Actor.host("clock"));
                }))
                .withMaxTransformations(MOST);
    }

    private static void judged(World world, int n, Appeal one) {
        Appeals appeals = world.court.appeals();
        switch (n / 3 % 4) {
            case 0 -> appeals.uphold(world.judge(n), one.id(), Prose.of("It stands"));
            case 1 ->
                appeals.reduce(
                        world.judge(n),
                        one.id(),
                        world.court.town.clock.instant().plus(Duration.ofMinutes(5)),
                        Prose.of("Sooner"));
            default -> appeals.overturn(world.judge(n), one.id(), Prose.of("It was wrong"));
        }
    }

    /** Every state follows from the one before by the table, and the log alone gives every state there is. */
    @Property(tries = 150)
    void statesFollowTheTablesAndTheLogTellsThemAll(@ForAll("courts") ActionChain<World> chain) {
        World end = chain.withInvariant("the tables of moves", CourtPropertiesTest::mustHaveMoved)
                .withInvariant("nothing contradicts", CourtPropertiesTest::mustAgree)
                .run();
        mustBeTold(end);
    }

    private static void mustHaveMoved(World world) {
        for (int n = 0; n < world.posts.size(); n++) {
            world.about(n).ifPresent(now -> {
                Case before = world.last.put(now.id(), now);
                if (before == null || before.equals(now)) {
                    return;
                }
                assertThat(now.version()).isGreaterThan(before.version());
                // One deed may take two steps, such as a report that opens a case again which is then dismissed.
                assertThat(before.status() == now.status()
                                || Case.Status.isMove(before.status(), now.status())
                                || Case.Status.isMove(before.status(), Case.Status.OPEN)
                                        && Case.Status.isMove(Case.Status.OPEN, now.status()))
                        .as("%s to %s", before.status(), now.status())
                        .isTrue();
                assertThat(now.escalated() || !before.escalated()).isTrue();
            });
        }
    }

    private static void mustAgree(World world) {
        var ports = world.court.town.ports;
        Instant now = world.court.town.clock.instant();
        for (int n = 0; n < world.posts.size(); n++) {
            world.about(n).ifPresent(one -> ports.transactor().run(() -> {
                List<Report> reports = ports.reports().ofCase(one.id(), 500);
                List<Measure> measures = ports.measures().ofCase(one.id());
                if (one.isHeld(now)) {
                    Actor.Person holder = new Actor.Person(Objects.requireNonNull(one.claimantId()));
                    assertThat(world.judges).contains(holder);
                }
                long waiting = measures.stream()
                        .filter(measure -> measure.state() == Measure.State.PROPOSED && measure.followsId() == null)
                        .count();
                assertThat(waiting == 1).isEqualTo(one.status() == Case.Status.PROPOSED);
                assertThat(waiting).isLessThanOrEqualTo(1);
                measures.stream()
                        .filter(measure -> measure.state() == Measure.State.TAKEN
                                && (measure.kind() == Measure.Kind.BAN || measure.kind() == Measure.Kind.GROUP_BAN))
                        .forEach(ban -> assertThat(ban.secondId()).isNotNull().isNotEqualTo(ban.deciderId()));
                Set<Object> open = new HashSet<>();
                reports.stream()
                        .filter(report -> report.status() == Report.Status.OPEN)
                        .forEach(report -> assertThat(open.add(report.reporterId()))
                                .as("one open report of one person")
                                .isTrue());
            }));
        }
        ports.transactor().read(() -> ports.measures().by(world.court.author.id(), null, 500)).stream()
                .filter(appeal -> appeal.reviewerId() != null)
                .forEach(appeal -> assertThat(appeal.reviewerId()).isNotIn(appeal.deciderId(), appeal.secondId()));
    }

    /** What follows from the facts alone. */
    private static final class Told {
        final Map<Id<?>, Object> states = new HashMap<>();
        final Set<Id<?>> escalated = new HashSet<>();
        final Map<Id<?>, ModerationFact.MeasureTaken> taken = new HashMap<>();
        final Map<Id<?>, Long> until = new HashMap<>();

        void hear(Fact fact) {
            if (fact instanceof ModerationFact.Reported made) {
                states.put(made.reportId(), Report.Status.OPEN);
            } else if (fact instanceof ModerationFact.ReportClosed closed) {
                states.put(closed.reportId(), closed.status());
            } else if (fact instanceof ModerationFact.ReportReopened reopened) {
                states.put(reopened.reportId(), Report.Status.OPEN);
            } else if (fact instanceof ModerationFact.Appealed appealed) {
                states.put(appealed.appealId(), Appeal.Status.FILED);
            } else if (fact instanceof ModerationFact.AppealJudged judged) {
                states.put(judged.appealId(), judged.status());
            } else {
                hearOfCases(fact);
                hearOfMeasures(fact);
            }
        }

        private void hearOfCases(Fact fact) {
            if (fact instanceof ModerationFact.CaseOpened opened) {
                states.put(opened.caseId(), Case.Status.OPEN);
            } else if (fact instanceof ModerationFact.CaseReopened reopened) {
                states.put(reopened.caseId(), Case.Status.OPEN);
            } else if (fact instanceof ModerationFact.CaseWoken woken) {
                states.put(woken.caseId(), Case.Status.OPEN);
            } else if (fact instanceof ModerationFact.CaseSnoozed snoozed) {
                states.put(snoozed.caseId(), Case.Status.SNOOZED);
            } else if (fact instanceof ModerationFact.CaseProposed proposed) {
                states.put(proposed.caseId(), Case.Status.PROPOSED);
            } else if (fact instanceof ModerationFact.CaseActioned actioned) {
                states.put(actioned.caseId(), Case.Status.ACTIONED);
            } else if (fact instanceof ModerationFact.CaseDismissed dismissed) {
                states.put(dismissed.caseId(), Case.Status.DISMISSED);
            } else if (fact instanceof ModerationFact.CaseEscalated raised) {
                escalated.add(raised.caseId());
            }
        }

        private void hearOfMeasures(Fact fact) {
            if (fact instanceof ModerationFact.MeasureProposed proposed) {
                states.put(proposed.measureId(), Measure.State.PROPOSED);
            } else if (fact instanceof ModerationFact.MeasureDeclined declined) {
                states.put(declined.measureId(), Measure.State.DECLINED);
            } else if (fact instanceof ModerationFact.MeasureTaken begun) {
                states.put(begun.measureId(), Measure.State.TAKEN);
                taken.put(begun.measureId(), begun);
                until.put(begun.measureId(), begun.until());
            } else if (fact instanceof ModerationFact.MeasureShortened shorter) {
                until.put(shorter.measureId(), shorter.until());
            } else if (fact instanceof ModerationFact.MeasureEnded ended) {
                states.put(ended.measureId(), ended.state());
            }
        }

        private boolean isInForce(ModerationFact.MeasureTaken one, Instant now) {
            Long end = until.get(one.measureId());
            return states.get(one.measureId()) == Measure.State.TAKEN && (end == null || end > now.toEpochMilli());
        }

        Set<Restraint> on(Id<?> target, Instant now) {
            Set<Restraint> on = EnumSet.noneOf(Restraint.class);
            taken.values().stream()
                    .filter(one -> one.targetId().equals(target) && isInForce(one, now))
                    .map(one -> one.kind().restraint())
                    .filter(Objects::nonNull)
                    .forEach(on::add);
            return on;
        }

        int points(Id<?> person) {
            return taken.values().stream()
                    .filter(one -> person.equals(one.userId()))
                    .filter(one -> states.get(one.measureId()) != Measure.State.OVERTURNED)
                    .mapToInt(ModerationFact.MeasureTaken::points)
                    .sum();
        }
    }

    private static void mustBeTold(World world) {
        var ports = world.court.town.ports;
        Instant now = world.court.town.clock.instant();
        var told = new Told();
        ports.transactor().run(() -> {
            long position = 0;
            List<FactLog.Entry> entries = ports.facts().after(position, 500);
            while (!entries.isEmpty()) {
                entries.forEach(entry -> told.hear(entry.fact()));
                position = entries.get(entries.size() - 1).position();
                entries = ports.facts().after(position, 500);
            }
        });
        Map<Id<?>, Object> kept = new HashMap<>();
        ports.transactor().run(() -> {
            for (int n = 0; n < world.posts.size(); n++) {
                ports.cases().about(world.subject(n).id()).ifPresent(one -> {
                    kept.put(one.id(), one.status());
                    assertThat(told.escalated.contains(one.id())).isEqualTo(one.escalated());
                    ports.reports().ofCase(one.id(), 500).forEach(report -> kept.put(report.id(), report.status()));
                    ports.measures().ofCase(one.id()).forEach(measure -> kept.put(measure.id(), measure.state()));
                });
            }
            world.tellers.forEach(teller -> ports.measures()
                    .by(teller.id(), null, 500)
                    .forEach(appeal -> kept.put(appeal.id(), appeal.status())));
            ports.measures()
                    .by(world.court.author.id(), null, 500)
                    .forEach(appeal -> kept.put(appeal.id(), appeal.status()));
        });
        assertThat(told.states).isEqualTo(kept);
        List<Id<?>> targets = new ArrayList<>(List.of(world.court.author.id()));
        world.posts.forEach(post -> targets.add(post.id()));
        targets.forEach(target -> assertThat(told.on(target, now))
                .isEqualTo(ports.restraints().on(Set.of(target), now).getOrDefault(target, Set.of())));
        assertThat(told.points(world.court.author.id()))
                .isEqualTo(ports.transactor()
                        .read(() -> ports.measures().points(world.court.author.id(), Instant.EPOCH, now)));
    }
}
