package org.somoim.comparison;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.comparison.ComparisonStore.Counted;
import org.somoim.comparison.KeptEpoch.Outcome;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.privacy.Epoch;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Frozen;
import org.somoim.privacy.Histogram;
import org.somoim.privacy.Ledger;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Release;
import org.somoim.privacy.Release.Why;
import org.somoim.privacy.Spend;
import org.somoim.privacy.Tile;
import org.somoim.privacy.noise.NoiseSource;

/**
 * Releases what comparisons are read from, once for each epoch. The only place that draws noise: in one change, together
 * with what it cost, under a key that can be taken once. If the change is broken off, what was drawn was seen by nobody.
 *
 * <p>Who counts is decided when the epoch begins to be drawn, by what is so then: an active account that was there for one
 * whole epoch before this one, and settings that say so. Each account has an address that was proved to be its owner's, or
 * that the host vouches for; each person has one row. Not covered: somebody who has many addresses, and patience.
 */
public final class Epochs {
    /** How often the ledger is walked through by {@code Somoim.tick()}. */
    public static final Duration BETWEEN_CHECKS = Duration.ofDays(7);

    private static final int PEOPLE_AT_ONCE = 10_000;
    private static final int TOLD_AT_ONCE = 500;
    private static final int ALL = 100_000;

    private final ComparisonStore store;
    private final Terms terms;
    private final NoiseSource noise;
    private final InstantSource clock;
    private final Access access;
    private final Work work;
    private final AtomicReference<@Nullable LedgerCheck> latest = new AtomicReference<>();

    public Epochs(
            ComparisonStore store, Terms terms, NoiseSource noise, InstantSource clock, Access access, Work work) {
        this.store = store;
        this.terms = terms;
        this.noise = noise;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * Releases the epoch that has begun, unless that was done. Called again, and by however many at a time, it changes
     * nothing until the next one begins. Epochs that passed while nobody called are left out.
     *
     * @return 1 if it was done now, otherwise 0
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int begin(Actor actor) {
        boolean isDue = work.read(() -> {
            access.requireSite(actor, ComparisonAction.RUN);
            return isDue(clock.instant());
        });
        if (!isDue) {
            return 0;
        }
        return work.call(tx -> {
            access.requireSite(actor, ComparisonAction.RUN);
            // Somebody else may have been quicker.
            return isDue(tx.now()) ? begin(tx, terms.required()) : 0;
        });
    }

    private boolean isDue(Instant now) {
        return terms.plan()
                .filter(plan -> store.latest(new Word(plan.population()))
                        .filter(last -> !last.starts()
                                .isBefore(Stretch.at(now, plan.epoch()).starts()))
                        .isEmpty())
                .isPresent();
    }

    private int begin(Work.Tx tx, PrivacyPlan plan) {
        var population = new Word(plan.population());
        Stretch stretch = Stretch.at(tx.now(), plan.epoch());
        Ledger ledger = Ledger.of(Debits.all(store, population));
        // By the calendar, so that an epoch that was drawn some days late leaves the next year's room as it was.
        if (!ledger.affords(plan, stretch.starts())) {
            KeptEpoch skipped = epoch(tx, population, stretch, Outcome.BUDGET_SPENT);
            keep(skipped, null);
            tx.announce(new ComparisonFact.BudgetSpent(skipped.id()));
            return 1;
        }
        EpochDraw draw = Epoch.draw(plan, frozen(plan, stretch), noise);
        KeptEpoch epoch = epoch(tx, population, stretch, Outcome.RELEASED);
        keep(epoch, new Encoded(draw.encode()));
        debit(ledger, plan, stretch, draw);
        receipts(tx, plan, epoch, draw);
        tx.announce(new ComparisonFact.EpochReleased(epoch.id(), plan.epsilon().micro()));
        return 1;
    }

    private static KeptEpoch epoch(Work.Tx tx, Word population, Stretch stretch, Outcome outcome) {
        return new KeptEpoch(
                tx.newRandomId(), population, stretch.name(), outcome, stretch.starts(), stretch.ends(), tx.now());
    }

    private void keep(KeptEpoch epoch, @Nullable Encoded release) {
        if (!store.addEpoch(epoch, release)) {
            throw new IllegalStateException("an epoch is released once: " + epoch.epoch());
        }
    }

    /** Each row is read once and forgotten; what is left is counts. */
    private Frozen frozen(PrivacyPlan plan, Stretch stretch) {
        Instant joinedBy = stretch.before(plan.epoch()).starts();
        Word shape = Shape.of(plan);
        Frozen frozen = Frozen.of(plan);
        @Nullable Id<User> after = null;
        List<Counted> page;
        do {
            page = store.eligible(shape, joinedBy, after, PEOPLE_AT_ONCE);
            for (Counted one : page) {
                int[] leaves = one.leaves().array();
                if (terms.counts(leaves)) {
                    frozen.add(leaves, one.bins().array());
                }
                after = one.userId();
            }
        } while (page.size() == PEOPLE_AT_ONCE);
        return frozen;
    }

    private void debit(Ledger ledger, PrivacyPlan plan, Stretch stretch, EpochDraw draw) {
        Release<List<LedgerEntry>> entries = ledger.next(plan, stretch.name().value(), draw, stretch.starts());
        List<LedgerEntry> debits = entries.fold(Release.Released::value, withheld -> {
            throw new IllegalStateException("drawn without being paid for: " + withheld.why());
        });
        long number = ledger.entries().size();
        for (LedgerEntry entry : debits) {
            store.append(Debits.debit(++number, entry));
        }
    }

    private void receipts(Work.Tx tx, PrivacyPlan plan, KeptEpoch epoch, EpochDraw draw) {
        for (var metric : plan.metrics()) {
            var word = new Word(metric.id());
            store.addReceipt(new KeptReceipt(tx.newRandomId(), epoch.id(), null, word, tx.now()));
            for (Tile tile : draw.tiles()) {
                store.addReceipt(new KeptReceipt(tx.newRandomId(), epoch.id(), new Word(tile.id()), word, tx.now()));
            }
        }
    }

    /**
     * Tells some of those who take part that there is a new release. Not all at once: nobody is in a hurry, and others wait
     * for their news.
     *
     * @return how many
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int tell(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, ComparisonAction.RUN);
            Optional<KeptEpoch> released = latestEpoch().filter(epoch -> epoch.outcome() == Outcome.RELEASED);
            if (released.isEmpty()) {
                return 0;
            }
            KeptEpoch epoch = released.get();
            List<Id<User>> people = store.untold(epoch.drawnAt(), TOLD_AT_ONCE);
            if (!people.isEmpty()) {
                store.markTold(people, tx.now());
            }
            people.forEach(person -> tx.announce(new ComparisonFact.Updated(person, epoch.id())));
            return people.size();
        });
    }

    /**
     * Walks through the ledger: whether no line was changed, and whether each release is the one that was paid for, in
     * full.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@link ComparisonReason#FEATURE_OFF}
     */
    public LedgerCheck verify(Actor actor) {
        LedgerCheck check = work.read(() -> {
            access.requireSite(actor, ComparisonAction.MEASURE);
            var population = new Word(terms.required().population());
            List<LedgerEntry> entries = Debits.all(store, population);
            List<KeptEpoch> epochs = store.epochs(population, ALL);
            boolean isIntact = Ledger.of(entries).isIntact()
                    && epochs.stream().allMatch(epoch -> isPaidFor(epoch, entries))
                    && entries.stream().allMatch(entry -> epochs.stream()
                            .anyMatch(epoch -> epoch.epoch().value().equals(entry.epoch())));
            return new LedgerCheck(clock.instant(), isIntact, entries.size());
        });
        latest.set(check);
        return check;
    }

    private boolean isPaidFor(KeptEpoch epoch, List<LedgerEntry> entries) {
        List<LedgerEntry> own = Debits.of(entries, epoch).toList();
        Optional<Encoded> release = store.release(epoch.id());
        if (release.isEmpty()) {
            return own.isEmpty();
        }
        try {
            EpochDraw draw = EpochDraw.decode(release.get().value());
            long paid = own.stream().mapToLong(LedgerEntry::microEpsilon).sum();
            long spent = draw.spends().stream()
                    .map(Spend::epsilon)
                    .mapToLong(epsilon -> epsilon.micro())
                    .sum();
            return paid >= spent
                    && own.stream().allMatch(entry -> entry.releaseHash().equals(draw.hash()));
        } catch (IllegalArgumentException notAnEpoch) {
            return false;
        }
    }

    /**
     * The same, if that is due; see {@link #BETWEEN_CHECKS}.
     *
     * @return 1 if it was done now, otherwise 0
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int check(Actor actor) {
        work.read(() -> access.requireSite(actor, ComparisonAction.MEASURE));
        LedgerCheck before = latest.get();
        Instant due = before == null ? Instant.MIN : before.at().plus(BETWEEN_CHECKS);
        if (terms.plan().isEmpty() || clock.instant().isBefore(due)) {
            return 0;
        }
        verify(actor);
        return 1;
    }

    /** What the last walk of this process has shown; empty if there was none. */
    public Optional<LedgerCheck> latest() {
        return Optional.ofNullable(latest.get());
    }

    /**
     * How well the promises are kept, this week.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Release<Compliance> compliance(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, ComparisonAction.MEASURE);
            if (terms.plan().isEmpty()) {
                return new Release.Withheld<>(Why.FEATURE_OFF);
            }
            return latestEpoch()
                    .flatMap(epoch -> store.release(epoch.id()).map(kept -> compliance(epoch, kept)))
                    .orElseGet(() -> new Release.Withheld<>(Why.EPOCH_NOT_READY));
        });
    }

    /**
     * The latest epochs, the newest first: what each cost, and why something could not be said.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@link ComparisonReason#FEATURE_OFF}
     */
    public List<EpochAccount> accounts(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, ComparisonAction.MEASURE);
            var population = new Word(terms.required().population());
            List<LedgerEntry> all = Debits.all(store, population);
            return store.epochs(population, Comparisons.MOST_EPOCHS).stream()
                    .map(epoch -> account(epoch, all))
                    .toList();
        });
    }

    private EpochAccount account(KeptEpoch epoch, List<LedgerEntry> all) {
        PrivacyPlan plan = terms.required();
        long spent = Debits.of(all, epoch).mapToLong(LedgerEntry::microEpsilon).sum();
        List<LedgerEntry> before = all.stream()
                .filter(entry -> !entry.at().isAfter(epoch.starts()))
                .toList();
        List<EpochAccount.Cohort> cohorts = store.release(epoch.id())
                .map(kept -> EpochDraw.decode(kept.value()))
                .filter(draw -> draw.shape().equals(plan.shape()))
                .map(draw -> cohorts(plan, draw))
                .orElse(List.of());
        return new EpochAccount(
                epoch,
                spent,
                Ledger.of(before).spentInYearBefore(epoch.starts()),
                plan.yearlyCap().micro(),
                cohorts);
    }

    private static List<EpochAccount.Cohort> cohorts(PrivacyPlan plan, EpochDraw draw) {
        return draw.tiles().stream()
                .map(tile -> new EpochAccount.Cohort(
                        tile.label(),
                        plan.metrics().stream()
                                .map(metric -> new EpochAccount.Answer(
                                        new Word(metric.id()), metric.name(), withheld(draw, tile, metric)))
                                .toList()))
                .toList();
    }

    private static @Nullable Why withheld(EpochDraw draw, Tile tile, Metric metric) {
        if (!tile.stands()) {
            return Why.NOT_ENOUGH_PEOPLE;
        }
        return draw.release(tile, metric) instanceof Release.Withheld<Histogram> withheld ? withheld.why() : null;
    }

    private Release<Compliance> compliance(KeptEpoch epoch, Encoded kept) {
        PrivacyPlan plan = terms.required();
        EpochDraw draw = EpochDraw.decode(kept.value());
        List<Release<Histogram>> all = draw.releases().values().stream()
                .flatMap(one -> one.values().stream())
                .toList();
        return Comparisons.together(all, () -> {
            List<Tile> standing = draw.tiles().stream().filter(Tile::stands).toList();
            long told = standing.stream()
                    .mapToLong(tile -> tile.size() * answered(plan, draw, tile))
                    .sum();
            long asked = standing.stream()
                    .mapToLong(tile -> tile.size() * plan.metrics().size())
                    .sum();
            return new Compliance(
                    monday(),
                    epoch.epoch(),
                    standing.size(),
                    (int) (100 * told / Math.max(1, asked)),
                    standing.stream().allMatch(tile -> tile.size() >= draw.k()),
                    Ledger.of(Debits.upTo(store, epoch)).spentInYearBefore(epoch.starts()),
                    plan.yearlyCap().micro());
        });
    }

    private static long answered(PrivacyPlan plan, EpochDraw draw, Tile tile) {
        return plan.metrics().stream()
                .filter(metric -> draw.release(tile, metric) instanceof Release.Released)
                .count();
    }

    private LocalDate monday() {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Optional<KeptEpoch> latestEpoch() {
        return terms.plan().flatMap(plan -> store.latest(new Word(plan.population())));
    }
}
