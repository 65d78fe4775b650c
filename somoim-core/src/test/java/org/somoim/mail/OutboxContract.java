package org.somoim.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** What every outbox does. */
public interface OutboxContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Instant FAR = NOON.plusSeconds(3600);
    Ids IDS = new UuidIds(new TestClock(), new Random(7));
    Email MINJI = Email.of("minji@example.org");

    Outbox outbox();

    Transactor transactor();

    private Posted added(Email to, Instant nextAt) {
        var letter =
                new Posted(IDS.random(), to, Line.of("비밀번호"), Prose.of("한 줄\n\n두 줄"), 0, nextAt, NOON.minusSeconds(9));
        transactor().run(() -> outbox().add(letter));
        return letter;
    }

    @Test
    @Covers("ACC-4")
    default void lettersComeOutAsTheyWereLongestWaitingFirst() {
        Posted second = added(MINJI, NOON.plusMillis(1));
        Posted first = added(MINJI, NOON);
        added(MINJI, NOON.plusMillis(3));

        assertThat(outbox().due(NOON.plusMillis(2), FAR, 10)).containsExactly(first, second);
        assertThat(outbox().due(NOON.plusMillis(2), FAR, 1)).containsExactly(first);
        assertThat(outbox().due(NOON.minusMillis(1), FAR, 10)).isEmpty();
    }

    @Test
    @Covers("ACC-4")
    default void whatWaitsLongerThanAnythingDoesMayBeTried() {
        Posted meant = added(MINJI, FAR);
        Posted astray = added(MINJI, FAR.plusMillis(1));

        assertThat(outbox().due(NOON, FAR, 10)).containsExactly(astray);
        assertThat(outbox().due(FAR, FAR.plusSeconds(1), 10)).containsExactly(meant);
    }

    @Test
    @Covers("ACC-4")
    default void ofTwoWhoTakeALetterOneGetsIt() {
        Posted letter = added(MINJI, NOON);
        Instant later = NOON.plusSeconds(60);

        assertThat(transactor().call(() -> outbox().take(letter, 1, later))).isTrue();
        assertThat(transactor().call(() -> outbox().take(letter, 1, later))).isFalse();
        assertThat(outbox().due(NOON, FAR, 10)).isEmpty();
        assertThat(outbox().due(later, FAR, 10)).extracting(Posted::failures).containsExactly(1);
        assertThat(outbox().countFailing()).isOne();
    }

    @Test
    @Covers({"ACC-4", "ACC-8"})
    default void whatIsSentOrNoLongerWantedIsForgotten() {
        Posted sent = added(MINJI, NOON);
        added(MINJI, NOON);
        Posted others = added(Email.of("jun@example.org"), NOON);

        assertThat(transactor().call(() -> outbox().remove(sent.id()))).isTrue();
        assertThat(transactor().call(() -> outbox().remove(sent.id()))).isFalse();
        assertThat(transactor().call(() -> outbox().removeAllTo(MINJI))).isOne();
        assertThat(outbox().due(NOON, FAR, 10)).containsExactly(others);
        assertThat(outbox().countFailing()).isZero();
    }

    @Test
    default void writingOutsideAChangeIsAMistake() {
        var letter = new Posted(IDS.random(), MINJI, Line.of("x"), Prose.of("x"), 0, NOON, NOON);
        assertThatThrownBy(() -> outbox().add(letter)).isInstanceOf(IllegalStateException.class);
    }
}
