package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.comparison.ComparisonStore.Counted;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;

/** What every store of comparisons must do. */
@Covers({"CMP-1", "CMP-7", "TST-3"})
public interface ComparisonStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    Word SHAPE = new Word("one-shape");
    Word TOWN = new Word("town");
    Digest HASH = new Digest("0123456789abcdef".repeat(4));

    Community town();

    default ComparisonStore store() {
        return town().ports.comparisons();
    }

    private static Contribution of(Id<User> person, Word shape, int leaf) {
        return new Contribution(person, shape, Indexes.of(leaf, 2), Indexes.of(Indexes.NONE, 15), NOON, NOON);
    }

    private void put(Contribution contribution) {
        town().ports.transactor().run(() -> store().put(contribution));
    }

    private Id<User> willing() {
        Actor.Person person = town().person();
        set(person, PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES);
        return person.id();
    }

    private void set(Actor.Person person, PrivacySetting setting, Consent choice) {
        town().somoim.profiles().changeSettings(person, Map.of(setting, choice));
    }

    private List<Id<User>> counted(Instant joinedBy, @Nullable Id<User> after, int limit) {
        return town().ports.transactor().read(() -> store().eligible(SHAPE, joinedBy, after, limit)).stream()
                .map(Counted::userId)
                .toList();
    }

    private Instant now() {
        return town().clock.instant();
    }

    @Test
    default void whatIsPutIsFoundAndReplaced() {
        Id<User> person = willing();
        put(of(person, SHAPE, 1));
        assertThat(store().find(person)).contains(of(person, SHAPE, 1));

        var later =
                new Contribution(person, new Word("another"), Indexes.of(7), Indexes.of(3), NOON, NOON.plusSeconds(1));
        put(later);
        assertThat(store().find(person)).contains(later);

        assertThat(town().ports.transactor().call(() -> store().remove(person))).isTrue();
        assertThat(town().ports.transactor().call(() -> store().remove(person))).isFalse();
        assertThat(store().find(person)).isEmpty();
    }

    @Test
    default void thoseWhoCountComeOnceEachInTheOrderOfTheirIds() {
        List<Id<User>> people = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Id<User> person = willing();
            put(of(person, SHAPE, i));
            people.add(person);
        }
        people.sort(null);

        List<Id<User>> read = new ArrayList<>(counted(now(), null, 3));
        read.addAll(counted(now(), read.get(2), 3));
        read.addAll(counted(now(), read.get(5), 3));
        assertThat(read).containsExactlyElementsOf(people);
        assertThat(counted(now(), read.get(6), 3)).isEmpty();
    }

    @Test
    @Covers({"PRF-11", "PRV-3"})
    default void whoeverIsNotToBeCountedIsNot() {
        Actor.Person unwilling = town().person();
        Actor.Person outside = new Actor.Person(willing());
        Actor.Person closed = new Actor.Person(willing());
        Actor.Person banned = new Actor.Person(willing());
        Actor.Person otherShape = new Actor.Person(willing());
        Actor.Person counts = new Actor.Person(willing());
        Stream.of(unwilling, outside, closed, banned, counts).forEach(one -> put(of(one.id(), SHAPE, 1)));
        put(of(otherShape.id(), new Word("another"), 1));
        set(outside, PrivacySetting.ANONYMIZE_IN_COMPARISONS, Consent.NO);
        town().somoim.accounts().deactivate(closed);
        town().somoim.accounts().suspend(Actor.host("test"), banned.id());

        assertThat(counted(now(), null, 100)).containsExactly(counts.id());
    }

    @Test
    @Covers("PRV-3")
    default void whoeverJoinedTooLateIsNotCounted() {
        Instant before = now();
        town().clock.advance(Duration.ofMillis(1));
        Id<User> late = willing();
        put(of(late, SHAPE, 1));

        assertThat(counted(before, null, 10)).isEmpty();
        assertThat(counted(now(), null, 10)).containsExactly(late);
    }

    @Test
    @Covers("NTF-7")
    default void thoseWhoTakePartAreToldOnce() {
        Id<User> first = willing();
        Id<User> second = willing();
        Actor.Person unwilling = town().person();
        put(of(first, SHAPE, 1));
        put(of(second, SHAPE, 1));
        put(of(unwilling.id(), SHAPE, 1));
        Instant since = NOON.plusSeconds(60);

        assertThat(store().untold(NOON, 10)).isEmpty();
        assertThat(store().untold(since, 1)).hasSize(1);
        assertThat(store().untold(since, 10))
                .containsExactlyInAnyOrder(first, second)
                .isSorted();
        town().ports.transactor().run(() -> store().markTold(List.of(first), since));
        assertThat(store().untold(since, 10)).containsExactly(second);
    }

    private static KeptEpoch epoch(Community town, Word population, String name, Instant starts) {
        return new KeptEpoch(
                town.ports.ids().random(),
                population,
                new Word(name),
                KeptEpoch.Outcome.RELEASED,
                starts,
                starts.plusSeconds(100),
                starts.plusSeconds(3));
    }

    private boolean add(KeptEpoch epoch) {
        return town().ports.transactor().call(() -> store().addEpoch(epoch, new Encoded("drawn")));
    }

    @Test
    @Covers("PRV-2")
    default void aPopulationHasEachEpochOnce() {
        KeptEpoch first = epoch(town(), TOWN, "2026-q1", NOON);
        KeptEpoch second = epoch(town(), TOWN, "2026-q2", NOON.plusSeconds(100));
        assertThat(store().latest(TOWN)).isEmpty();
        assertThat(add(first)).isTrue();
        assertThat(add(second)).isTrue();
        assertThat(add(epoch(town(), TOWN, "2026-q1", NOON))).isFalse();
        assertThat(add(epoch(town(), new Word("village"), "2026-q1", NOON))).isTrue();

        assertThat(store().latest(TOWN)).contains(second);
        assertThat(store().epochs(TOWN, 10)).containsExactly(second, first);
        assertThat(store().epochs(TOWN, 1)).containsExactly(second);
        assertThat(store().epoch(first.id())).contains(first);
        assertThat(store().release(first.id())).contains(new Encoded("drawn"));
    }

    @Test
    @Covers("PRV-2")
    default void anEpochThatWasSkippedHasNoRelease() {
        KeptEpoch drawn = epoch(town(), TOWN, "2026-q1", NOON);
        var skipped = new KeptEpoch(
                drawn.id(),
                TOWN,
                drawn.epoch(),
                KeptEpoch.Outcome.BUDGET_SPENT,
                drawn.starts(),
                drawn.ends(),
                drawn.drawnAt());
        town().ports.transactor().run(() -> store().addEpoch(skipped, null));

        assertThat(store().latest(TOWN)).contains(skipped);
        assertThat(store().release(skipped.id())).isEmpty();
    }

    @Test
    @Covers("CMP-4")
    default void receiptsAreFoundByTheirEpochAndByTheirId() {
        KeptEpoch epoch = epoch(town(), TOWN, "2026-q1", NOON);
        add(epoch);
        KeptReceipt nobodys = receipt(epoch, null, "debt");
        KeptReceipt first = receipt(epoch, "tile-0", "debt");
        KeptReceipt second = receipt(epoch, "tile-0", "fund");
        KeptReceipt third = receipt(epoch, "tile-1", "debt");
        town().ports.transactor().run(() -> Stream.of(third, second, nobodys, first)
                .forEach(store()::addReceipt));

        assertThat(store().receipts(epoch.id())).containsExactly(nobodys, first, second, third);
        assertThat(store().receipt(second.id())).contains(second);
        assertThat(store().receipt(nobodys.id())).contains(nobodys);
        assertThat(store().receipt(town().ports.ids().random())).isEmpty();
    }

    private KeptReceipt receipt(KeptEpoch epoch, @Nullable String tile, String metric) {
        return new KeptReceipt(
                town().ports.ids().random(), epoch.id(), tile == null ? null : new Word(tile), new Word(metric), NOON);
    }

    @Test
    @Covers("PRV-2")
    default void theLedgerIsReadInOrderAndEndsWhereItEnds() {
        add(epoch(town(), TOWN, "2026-q1", NOON));
        Debit first = debit(1, "count-total");
        Debit second = debit(2, "metric-debt");
        town().ports.transactor().run(() -> {
            store().append(first);
            store().append(second);
        });

        assertThat(store().ledger(TOWN, 0, 10)).containsExactly(first, second);
        assertThat(store().ledger(TOWN, 0, 1)).containsExactly(first);
        assertThat(store().ledger(TOWN, 1, 10)).containsExactly(second);
        assertThat(store().ledger(new Word("village"), 0, 10)).isEmpty();
        assertThatThrownBy(() -> town().ports.transactor().run(() -> store().append(debit(2, "again"))))
                .isInstanceOf(RuntimeException.class);
    }

    private static Debit debit(long number, String purpose) {
        return new Debit(
                TOWN, number, new Word("2026-q1"), org.somoim.kernel.Line.of(purpose), 50_000, HASH, NOON, HASH, HASH);
    }
}
