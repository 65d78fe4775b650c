package org.somoim.comparison;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;
import org.somoim.privacy.Comparison;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Ledger;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Range;
import org.somoim.privacy.Tile;

/**
 * What was released, read once and remembered. A release never changes, so what is remembered is what is kept; the store
 * is asked each time which one it is.
 */
final class Published {
    private static final int MOST_REMEMBERED = 16;

    private final ComparisonStore store;
    private final PrivacyPlan plan;
    private final AtomicReference<Map<Id<KeptEpoch>, Issue>> remembered = new AtomicReference<>(Map.of());

    Published(ComparisonStore store, PrivacyPlan plan) {
        this.store = store;
        this.plan = plan;
    }

    /**
     * One release, as it is read.
     *
     * @param receipts by tile and metric; the tile is empty for those of whom it is not known
     */
    record Issue(KeptEpoch epoch, EpochDraw draw, Comparison comparison, Map<Cell, Id<KeptReceipt>> receipts) {

        Id<KeptReceipt> receipt(@Nullable Place place, Word metric) {
            Word tile = place == null ? null : tileOf(place);
            Id<KeptReceipt> id = receipts.get(new Cell(tile, metric));
            if (id == null) {
                throw new IllegalStateException("an epoch without a receipt: " + epoch.id());
            }
            return id;
        }

        private @Nullable Word tileOf(Place place) {
            return draw.tileOf(place).map(tile -> new Word(tile.id())).orElse(null);
        }

        /** Where somebody of that tile stands, whoever they are. */
        Optional<Place> placeIn(Word tile) {
            return draw.tiles().stream()
                    .filter(one -> one.id().equals(tile.value()))
                    .findFirst()
                    .map(Issue::placeIn);
        }

        static Place placeIn(Tile tile) {
            return new Place(tile.ranges().stream().map(Range::from).toList());
        }
    }

    /** A metric of a tile. */
    record Cell(@Nullable Word tile, Word metric) {}

    /** Empty if it cannot be read with this plan: it was released under another. */
    Optional<Issue> issue(KeptEpoch epoch) {
        Issue known = remembered.get().get(epoch.id());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<EpochDraw> drawn =
                store.release(epoch.id()).map(Encoded::value).map(EpochDraw::decode);
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        EpochDraw draw = drawn.get();
        if (!draw.shape().equals(plan.shape())) {
            return Optional.empty();
        }
        var issue = new Issue(epoch, draw, Comparison.of(plan, draw, account(epoch)), receipts(epoch));
        remembered.updateAndGet(before -> with(before, issue));
        return Optional.of(issue);
    }

    private static Map<Id<KeptEpoch>, Issue> with(Map<Id<KeptEpoch>, Issue> before, Issue issue) {
        Map<Id<KeptEpoch>, Issue> after = new LinkedHashMap<>(before.size() < MOST_REMEMBERED ? before : Map.of());
        after.put(issue.epoch().id(), issue);
        return Map.copyOf(after);
    }

    private Comparison.Account account(KeptEpoch epoch) {
        long year = Ledger.of(Debits.upTo(store, epoch)).spentInYearBefore(epoch.starts());
        LocalDate from = epoch.starts().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate to = epoch.ends().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        return new Comparison.Account(epoch.epoch().value(), from, to, year);
    }

    private Map<Cell, Id<KeptReceipt>> receipts(KeptEpoch epoch) {
        List<KeptReceipt> all = store.receipts(epoch.id());
        return all.stream()
                .collect(Collectors.toMap(
                        one -> new Cell(one.tile(), one.metric()), KeptReceipt::id, (one, other) -> one, HashMap::new));
    }
}
