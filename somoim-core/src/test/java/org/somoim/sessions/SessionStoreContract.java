package org.somoim.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** What every store of sessions does. */
public interface SessionStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Ids IDS = new UuidIds(new TestClock(), new Random(5));

    SessionStore store();

    Transactor transactor();

    /** The id of an account that is there. */
    Id<User> person();

    private static Secrets.Digest digest(String secret) {
        return new Secrets.Secret(secret).digest();
    }

    private static Session session(Id<User> person, @Nullable Line device, Instant usedAt) {
        return new Session(
                IDS.random(), person, device, digest("family"), digest("first"), NOON, usedAt, NOON.plusSeconds(60));
    }

    private Session added(Session session) {
        transactor().run(() -> store().add(session));
        return session;
    }

    @Test
    @Covers("ACC-6")
    default void aSessionComesBackAsItWas() {
        Id<User> person = person();
        Session named = added(session(person, Line.of("민지의 폰"), NOON));
        Session unnamed = added(session(person, null, NOON.plusMillis(1)));

        assertThat(store().find(named.id())).contains(named);
        assertThat(store().of(person)).containsExactly(unnamed, named);
        assertThat(store().find(IDS.random())).isEmpty();
        assertThat(store().all(Set.of(named.id(), unnamed.id(), IDS.random())))
                .containsExactlyInAnyOrder(named, unnamed);
        assertThat(store().all(Set.of(named.id()))).containsExactly(named);
        assertThat(store().of(person())).isEmpty();
    }

    @Test
    @Covers("ACC-6")
    default void onlyThePresentSecretGoesOn() {
        Session session = added(session(person(), Line.of("Phone"), NOON));
        var next = new Session(
                session.id(),
                session.userId(),
                session.device(),
                session.family(),
                digest("second"),
                session.createdAt(),
                NOON.plusSeconds(5),
                NOON.plusSeconds(90));

        assertThat(transactor().call(() -> store().refresh(next, digest("other"))))
                .isFalse();
        assertThat(store().find(session.id())).contains(session);
        assertThat(transactor().call(() -> store().refresh(next, digest("first"))))
                .isTrue();
        assertThat(transactor().call(() -> store().refresh(next, digest("first"))))
                .isFalse();
        assertThat(store().find(session.id())).contains(next);
    }

    @Test
    @Covers({"ACC-6", "ACC-8"})
    default void oneIsRemovedOrAllOfAPersonAndNobodyElses() {
        Id<User> minji = person();
        Session one = added(session(minji, null, NOON));
        added(session(minji, null, NOON));
        added(session(minji, null, NOON));
        Session others = added(session(person(), null, NOON));

        assertThat(transactor().call(() -> store().remove(one.id()))).isTrue();
        assertThat(transactor().call(() -> store().remove(one.id()))).isFalse();
        assertThat(transactor().call(() -> store().removeAll(minji))).isEqualTo(2);
        assertThat(store().of(minji)).isEmpty();
        assertThat(store().find(others.id())).contains(others);
    }

    @Test
    @Covers("ACC-6")
    default void whatHasExpiredIsForgottenABatchAtATime() {
        Id<User> minji = person();
        for (int i = 0; i < 3; i++) {
            added(session(minji, null, NOON));
        }
        Instant expiry = NOON.plusSeconds(60);

        assertThat(transactor().call(() -> store().removeExpired(expiry.minusMillis(1), 10)))
                .isZero();
        assertThat(transactor().call(() -> store().removeExpired(expiry, 2))).isEqualTo(2);
        assertThat(transactor().call(() -> store().removeExpired(expiry, 2))).isOne();
        assertThat(store().of(minji)).isEmpty();
    }

    @Test
    default void writingOutsideAChangeIsAMistake() {
        Session session = session(person(), null, NOON);
        assertThatThrownBy(() -> store().add(session)).isInstanceOf(IllegalStateException.class);
    }
}
