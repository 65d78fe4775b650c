package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.posts.Post;

/**
 * People who gang up on posts that break no rule, in a town where others report what does. Moderators look at a few cases in a
 * day and are right.
 */
@Covers({"MOD-1", "MOD-9"})
class BrigadesTest {
    private static final int HONEST = 60;
    private static final int DAYS_BEFORE = 12;
    private static final int DECIDED_IN_A_DAY = 30;

    private final Random chance = new Random(20261121);
    private final Court court = new Court();
    private final List<Actor.Person> honest = people(HONEST);
    private final Set<Id<Post>> violations = new HashSet<>();
    private int posts;

    private List<Actor.Person> people(int count) {
        List<Actor.Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(court.town.memberOf(court.group));
        }
        return people;
    }

    private Post post(boolean violates) {
        Post post = court.post("Nothing like the others " + ++posts + " " + chance.nextLong());
        if (violates) {
            violations.add(post.id());
        }
        return post;
    }

    private void report(Actor.Person person, Post post) {
        try {
            court.reports().report(person, Court.of(post), Ground.SPAM, null);
        } catch (Refusal refused) {
            // Already hidden from them, or one too many for a day.
            assertThat(refused.reason().code())
                    .isIn("access.not-found", "moderation.too-many-reports", "moderation.already-reported");
        }
    }

    /** Five people who do not know one another see it and say so; now and then somebody reports what they only dislike. */
    private void honestlyReport(Post post) {
        pick(honest, 5).forEach(person -> report(person, post));
    }

    private <T> List<T> pick(List<T> from, int count) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, chance);
        return shuffled.subList(0, count);
    }

    private void moderate(int most) {
        for (int i = 0; i < most; i++) {
            Optional<Case> next = court.cases().claimNext(court.first);
            if (next.isEmpty()) {
                return;
            }
            Case held = next.get();
            if (violations.contains(new Id<Post>(held.subjectId().value()))) {
                court.cases()
                        .decide(
                                court.first,
                                held.id(),
                                held.version(),
                                Court.ruling(Measure.Kind.HIDE).striking(0));
            } else {
                court.cases().dismiss(court.first, held.id(), held.version());
            }
        }
    }

    private boolean isHidden(Post post) {
        return !court.town
                .ports
                .transactor()
                .read(() -> court.town.ports.measures().inForce(post.id(), court.town.clock.instant()))
                .isEmpty();
    }

    /**
     * @param fresh attackers who have never reported
     * @param sleepers attackers who have made ten correct reports
     */
    @ParameterizedTest
    @CsvSource({
        "30, 0, POST_BY_POST",
        "0, 30, POST_BY_POST",
        "0, 30, ONE_BY_ONE",
        "0, 30, AT_RANDOM",
        "70, 30, AT_RANDOM",
        "100, 0, POST_BY_POST"
    })
    void whoeverGangsUpHidesNearlyNothingAndWhatBreaksARuleIsHiddenTheSameDay(int fresh, int sleepers, Order order) {
        List<Actor.Person> patient = people(sleepers);
        for (int day = 0; day < DAYS_BEFORE; day++) {
            for (int i = 0; i < 6; i++) {
                Post violation = post(true);
                honestlyReport(violation);
                report(honest.get(chance.nextInt(HONEST)), post(false));
            }
            if (day < 10) {
                // Each says something right in a day, no two of them about the same.
                for (Actor.Person one : patient) {
                    report(one, post(true));
                }
            }
            moderate(DECIDED_IN_A_DAY + sleepers);
            court.town.clock.advance(Duration.ofDays(1));
        }
        List<Actor.Person> attackers = new ArrayList<>(people(fresh));
        attackers.addAll(patient);

        List<Post> clean = new ArrayList<>();
        List<Post> bad = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clean.add(post(false));
            bad.add(post(true));
        }
        Set<Post> everHidden = new HashSet<>();
        order.attack(attackers, clean, chance, (attacker, post) -> {
            report(attacker, post);
            if (isHidden(post)) {
                everHidden.add(post);
            }
        });
        for (Post violation : bad) {
            honestlyReport(violation);
        }
        moderate(DECIDED_IN_A_DAY);

        long hiddenBad = bad.stream().filter(this::isHidden).count();
        System.out.printf(
                "Brigade of %d fresh and %d sleepers, %s: %d of 40 clean posts hidden, %d of 40 violations%n",
                fresh, sleepers, order, everHidden.size(), hiddenBad);
        assertThat(everHidden).hasSizeLessThanOrEqualTo(2);
        assertThat(hiddenBad).isGreaterThanOrEqualTo(22);
    }

    /** How they go about it. */
    enum Order {
        POST_BY_POST {
            @Override
            void attack(List<Actor.Person> attackers, List<Post> posts, Random chance, Blow blow) {
                posts.forEach(post -> attackers.forEach(attacker -> blow.strike(attacker, post)));
            }
        },
        ONE_BY_ONE {
            @Override
            void attack(List<Actor.Person> attackers, List<Post> posts, Random chance, Blow blow) {
                attackers.forEach(attacker -> posts.forEach(post -> blow.strike(attacker, post)));
            }
        },
        AT_RANDOM {
            @Override
            void attack(List<Actor.Person> attackers, List<Post> posts, Random chance, Blow blow) {
                List<Runnable> blows = new ArrayList<>();
                attackers.forEach(attacker -> posts.forEach(post -> blows.add(() -> blow.strike(attacker, post))));
                Collections.shuffle(blows, chance);
                blows.forEach(Runnable::run);
            }
        };

        abstract void attack(List<Actor.Person> attackers, List<Post> posts, Random chance, Blow blow);
    }

    /** One report of many. */
    interface Blow {
        void strike(Actor.Person attacker, Post post);
    }
}
