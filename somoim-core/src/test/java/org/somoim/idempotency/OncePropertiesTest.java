package org.somoim.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.memory.Community;

@Covers("DAT-9")
class OncePropertiesTest {
    private static final Secrets.Digest ASKED = new Secrets.Secret("this").digest();

    private final Community town = new Community();
    private final Once once = town.somoim.once();

    /** Whatever is asked again, by whom and in which order: each thing happens once, and is told of alike. */
    @Property(tries = 200)
    void eachThingHappensOnce(@ForAll @Size(max = 60) List<@IntRange(max = 11) Integer> asked) {
        List<Actor.Person> people = List.of(town.person(), town.person());
        var happened = new AtomicInteger();
        Map<Integer, Line> told = new HashMap<>();
        for (int thing : asked) {
            Once.Outcome outcome = once.call(
                    people.get(thing % 2),
                    new IdempotencyKey("key-" + thing / 2),
                    ASKED,
                    () -> Line.of("/things/" + happened.incrementAndGet()));
            assertThat(outcome.isAgain()).isEqualTo(told.containsKey(thing));
            assertThat(told.computeIfAbsent(thing, first -> outcome.made())).isEqualTo(outcome.made());
        }
        assertThat(happened).hasValue(told.size());
    }

    @Test
    @Covers("GOL-8")
    void aVeiledCallHappensOnceToo() {
        Actor.Person minji = town.person();
        var key = new IdempotencyKey("key");
        Once.Outcome first = once.callVeiled(minji, key, ASKED, () -> Line.of("/first"));
        assertThat(once.callVeiled(minji, key, ASKED, () -> Line.of("/second")))
                .isEqualTo(new Once.Outcome(first.made(), true));
        assertThat(once.callVeiled(town.person(), key, ASKED, () -> Line.of("/third"))
                        .isAgain())
                .isFalse();
        assertRefused(
                "idempotency.key-used-for-something-else",
                () -> once.callVeiled(minji, key, new Secrets.Secret("that").digest(), () -> Line.of("/fourth")));
        assertThat(town.ports.doneCalls().of(minji.id())).isEmpty();
        town.clock.advance(Once.REMEMBERED.multipliedBy(2));
        assertThat(once.callVeiled(minji, key, ASKED, () -> Line.of("/fifth")).isAgain())
                .isFalse();
    }

    @Test
    void aKeyIsForOneThingAndForADay() {
        Actor.Person minji = town.person();
        var key = new IdempotencyKey("key");
        once.call(minji, key, ASKED, () -> Line.of("/first"));
        assertRefused(
                "idempotency.key-used-for-something-else",
                () -> once.call(minji, key, new Secrets.Secret("that").digest(), () -> Line.of("/second")));
        town.clock.advance(Once.REMEMBERED.minusMillis(1));
        assertThat(once.call(minji, key, ASKED, () -> Line.of("/second")).isAgain())
                .isTrue();
        town.clock.advance(Duration.ofMillis(1));

        assertThat(once.call(minji, key, ASKED, () -> Line.of("/second")).made())
                .isEqualTo(Line.of("/second"));
    }

    @Test
    void whatFailedIsDoneWhenAskedAgain() {
        Actor.Person minji = town.person();
        var key = new IdempotencyKey("key");
        assertThatThrownBy(() -> once.call(minji, key, ASKED, () -> {
                    town.openGroup(minji);
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(town.somoim.groups().mine(minji, Page.Ask.first()).items()).isEmpty();

        assertThat(once.call(
                                minji,
                                key,
                                ASKED,
                                () -> Line.of("/groups/" + town.openGroup(minji).id()))
                        .isAgain())
                .isFalse();
        assertThat(town.somoim.groups().mine(minji, Page.Ask.first()).items()).hasSize(1);
    }

    @Test
    void whatIsRememberedIsForgottenAfterADay() {
        Actor.Person minji = town.person();
        once.call(minji, new IdempotencyKey("key"), ASKED, () -> Line.of("/first"));
        town.clock.advance(Once.REMEMBERED);
        town.somoim.tick();

        assertThat(town.ports.doneCalls().of(minji.id())).isEmpty();
        assertRefused("access.not-allowed", () -> once.prune(minji));
        assertRefused(
                "access.not-signed-in",
                () -> once.call(Actor.visitor(), new IdempotencyKey("key"), ASKED, () -> Line.of("/x")));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String wrong : new String[] {"", "a b", "키", "x".repeat(101), "a\u0000"}) {
            assertRefused("idempotency.not-a-key", () -> new IdempotencyKey(wrong));
        }
    }
}
