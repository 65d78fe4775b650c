package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LedgerPropertiesTest {

    /** P6: whenever epochs are tried and whatever they cost, no twelve months hold more than the cap. */
    @Property(tries = 300)
    @Covers("PRV-2")
    void noTwelveMonthsHoldMoreThanTheCap(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 200) Integer> pauses,
            @ForAll @IntRange(min = 0, max = 4) int which) {
        PrivacyPlan plan = Communities.PLANS.get(which);
        EpochDraw draw = Communities.with((raw, epsilon) -> 0).draw(plan, Frozen.of(plan));
        List<LedgerEntry> entries = new ArrayList<>();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int epoch = 0; epoch < pauses.size(); epoch++) {
            at = at.plusSeconds(86_400L * pauses.get(epoch));
            entries.addAll(Ledger.of(entries)
                    .next(plan, "epoch-" + epoch, draw, at)
                    .<List<LedgerEntry>>fold(Release.Released::value, w -> List.of()));
        }

        for (LedgerEntry first : entries) {
            Instant yearLater = first.at().atZone(ZoneOffset.UTC).plusYears(1).toInstant();
            long spent = entries.stream()
                    .filter(entry ->
                            !entry.at().isBefore(first.at()) && entry.at().isBefore(yearLater))
                    .mapToLong(LedgerEntry::microEpsilon)
                    .sum();
            assertThat(spent).isLessThanOrEqualTo(plan.yearlyCap().micro());
        }
        assertThat(Ledger.of(entries).isIntact()).isTrue();
    }
}
