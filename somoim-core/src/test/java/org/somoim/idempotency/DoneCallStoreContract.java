package org.somoim.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;

/** What every store of calls that had their effect does. */
@Covers("DAT-9")
public interface DoneCallStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    DoneCallStore store();

    Transactor transactor();

    /** The id of an account that is there. */
    Id<User> person();

    private DoneCall added(Id<User> person, String key, Instant at) {
        var call = new DoneCall(
                person, new IdempotencyKey(key), new Secrets.Secret(key).digest(), Line.of("/posts/1"), at);
        transactor().run(() -> store().add(call));
        return call;
    }

    @Test
    default void aCallIsFoundByItsCallersKey() {
        Id<User> minji = person();
        DoneCall call = added(minji, "one", NOON);

        assertThat(store().find(minji, call.key())).contains(call);
        assertThat(store().find(person(), call.key())).isEmpty();
        assertThat(store().find(minji, new IdempotencyKey("ONE"))).isEmpty();
        assertThatThrownBy(() -> added(minji, "one", NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void callsAreForgottenByPersonAndByTime() {
        Id<User> minji = person();
        DoneCall old = added(minji, "b", NOON);
        DoneCall fresh = added(minji, "a", NOON.plusMillis(1));
        DoneCall others = added(person(), "a", NOON.plusMillis(1));

        assertThat(store().of(minji)).containsExactly(fresh, old);
        assertThat(transactor().call(() -> store().removeBefore(NOON.plusMillis(1), 10)))
                .isOne();
        assertThat(transactor().call(() -> store().removeBefore(NOON.plusMillis(2), 1)))
                .isOne();
        transactor().run(() -> store().removeAll(minji));
        transactor().run(() -> store().removeAll(others.userId()));
        assertThat(store().of(minji)).isEmpty();
        assertThat(store().of(others.userId())).isEmpty();
    }

    @Test
    default void aVeiledCallIsFoundByItsPseudonymAndForgottenOnItsDay() {
        Instant day = Instant.parse("2026-03-04T00:00:00Z");
        Secrets.Digest pseudonym = new Secrets.Secret("one").digest();
        var call = new VeiledCall(pseudonym, new Secrets.Secret("asked").digest(), Line.of("/things/1"), day);
        transactor().run(() -> store().addVeiled(call));

        assertThat(store().findVeiled(pseudonym)).contains(call);
        assertThat(store().findVeiled(new Secrets.Secret("two").digest())).isEmpty();
        assertThat(transactor().call(() -> store().removeVeiled(day.minusMillis(1), 10)))
                .isZero();
        assertThat(transactor().call(() -> store().removeVeiled(day, 10))).isOne();
        assertThat(store().findVeiled(pseudonym)).isEmpty();
    }
}
