package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:05Z");
    private static final PrivacyPlan PLAN = Communities.PLANS.get(1);
    private static final EpochDraw DRAW =
            Communities.with((raw, epsilon) -> 1000).draw(PLAN, Frozen.of(PLAN));

    private static Instant after(int months) {
        return START.atZone(ZoneOffset.UTC).plus(Period.ofMonths(months)).toInstant();
    }

    private static List<LedgerEntry> epochs(int count) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int epoch = 0; epoch < count; epoch++) {
            entries.addAll(((Release.Released<List<LedgerEntry>>)
                            Ledger.of(entries).next(PLAN, "epoch-" + epoch, DRAW, after(3 * epoch)))
                    .value());
        }
        return entries;
    }

    @Test
    @Covers("PRV-2")
    void anEpochIsDebitedPartByPartToTheMillionth() {
        List<LedgerEntry> entries = epochs(1);

        assertThat(entries)
                .extracting(LedgerEntry::purpose)
                .containsExactly(
                        "count-0",
                        "count-1",
                        "count-2",
                        "metric-emergency-fund",
                        "metric-debt-to-income",
                        "metric-few");
        assertThat(entries.stream().mapToLong(LedgerEntry::microEpsilon).sum()).isEqualTo(1_000_000);
        assertThat(entries).extracting(LedgerEntry::releaseHash).containsOnly(DRAW.hash());
    }

    @Test
    @Covers("PRV-2")
    void aYearHoldsItsCapAndNoMore() {
        Ledger ledger = Ledger.of(epochs(4));

        assertThat(ledger.next(PLAN, "one-more", DRAW, after(10)))
                .isEqualTo(new Release.Withheld<>(Release.Why.BUDGET_SPENT));
        assertThat(ledger.affords(PLAN, after(10))).isFalse();
        assertThat(ledger.spentInYearBefore(after(10))).isEqualTo(4_000_000);
    }

    @Test
    @Covers("PRV-2")
    void aMillionthTooMuchIsTooMuch() {
        PrivacyPlan.Builder builder = PrivacyPlan.of("two", Label.of("Two"), PLAN.schema(), PLAN.metrics());
        Ledger ledger = Ledger.of(epochs(1));

        assertThat(ledger.affords(builder.yearlyCap(Epsilon.of("1.999999")).build(), after(3)))
                .isFalse();
        assertThat(ledger.affords(builder.yearlyCap(Epsilon.of("2")).build(), after(3)))
                .isTrue();
    }

    @Test
    @Covers("PRV-2")
    void aYearLaterToTheDayThereIsRoomAgain() {
        Ledger ledger = Ledger.of(epochs(4));

        assertThat(ledger.affords(PLAN, after(12).minusSeconds(86_400))).isFalse();
        assertThat(ledger.affords(PLAN, after(12).minusSeconds(4))).isTrue();
        assertThat(Ledger.of(epochs(24)).isIntact()).isTrue();
    }

    @Test
    @Covers("PRV-2")
    void anEpochIsDebitedOnce() {
        Ledger ledger = Ledger.of(epochs(1));

        assertThatThrownBy(() -> ledger.next(PLAN, "epoch-0", DRAW, after(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("once");
    }

    @Test
    @Covers("PRV-2")
    void aLedgerDoesNotGoBackInTime() {
        Ledger ledger = Ledger.of(epochs(2));

        assertThatThrownBy(() -> ledger.next(PLAN, "earlier", DRAW, after(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forward");
    }

    @Test
    @Covers("PRV-2")
    void anEntryThatWasChangedTakenOutOrPutInShows() {
        List<LedgerEntry> entries = epochs(2);
        assertThat(Ledger.of(entries).isIntact()).isTrue();

        for (int at = 0; at < entries.size(); at++) {
            LedgerEntry entry = entries.get(at);
            List<LedgerEntry> changed = new ArrayList<>(entries);
            changed.set(
                    at,
                    new LedgerEntry(
                            entry.population(),
                            entry.epoch(),
                            entry.purpose(),
                            entry.microEpsilon() - 1,
                            entry.releaseHash(),
                            entry.at(),
                            entry.previousHash(),
                            entry.hash()));
            assertThat(Ledger.of(changed).isIntact()).isFalse();
            List<LedgerEntry> twice = new ArrayList<>(entries);
            twice.add(at, entry);
            assertThat(Ledger.of(twice).isIntact()).isFalse();
            if (at < entries.size() - 1) {
                List<LedgerEntry> fewer = new ArrayList<>(entries);
                fewer.remove(at);
                assertThat(Ledger.of(fewer).isIntact()).isFalse();
            }
        }
        assertThat(Ledger.of(entries.subList(0, 3)).last())
                .as("the end that was cut off shows to who knows the last hash")
                .isNotEqualTo(Ledger.of(entries).last());
    }
}
