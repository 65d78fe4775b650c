package org.somoim.privacy.attacks;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.Comparison;
import org.somoim.privacy.Epoch;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Frozen;
import org.somoim.privacy.Insight;
import org.somoim.privacy.Ledger;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.Release;
import org.somoim.privacy.Release.Why;
import org.somoim.privacy.noise.NoiseSource;

/**
 * A small community around the mechanisms, with the rules of the real one: who counts, one release for each epoch, debits
 * with it or not at all, answers from the release. Quick enough to be attacked millions of times. What it does is in small
 * methods, so that others can do one of them wrong.
 */
public class InProcess implements CommunityUnderAttack {
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    protected final PrivacyPlan plan;
    protected final NoiseSource noise;
    protected final Map<String, Member> members = new HashMap<>();
    protected final List<String> log = new ArrayList<>();
    /** What outlives a power cut. */
    protected final Disk disk = new Disk();

    protected int now;
    private int writesLeft = Integer.MAX_VALUE;
    private @Nullable Comparison remembered;
    private @Nullable Publication rememberedNumbers;

    /** Someone with an account. No amounts, only bands and bins. */
    protected static final class Member {
        final int joined;
        boolean counts = true;
        boolean suspended;
        int @Nullable [] leaves;
        int @Nullable [] bins;

        Member(int joined) {
            this.joined = joined;
        }
    }

    /** An epoch as it is kept. The draw is null if there was no budget for one. */
    protected record Kept(int number, @Nullable EpochDraw draw) {}

    /** What is written in one transaction is all there or not at all. */
    protected static final class Disk {
        final List<Kept> epochs = new ArrayList<>();
        final List<LedgerEntry> debits = new ArrayList<>();

        Optional<Kept> latest() {
            return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
        }
    }

    protected InProcess(PrivacyPlan plan, NoiseSource noise) {
        this.plan = plan;
        this.noise = noise;
    }

    /** Sound communities under a plan. */
    public static Target under(PrivacyPlan plan) {
        return target(plan, InProcess::new);
    }

    static Target target(PrivacyPlan plan, Opening opening) {
        return new Target() {
            @Override
            public PrivacyPlan plan() {
                return plan;
            }

            @Override
            public CommunityUnderAttack open(PrivacyPlan other, NoiseSource noise) {
                return opening.open(other, noise);
            }
        };
    }

    /** How a community comes to be. */
    @FunctionalInterface
    interface Opening {
        CommunityUnderAttack open(PrivacyPlan plan, NoiseSource noise);
    }

    @Override
    public synchronized void submit(String user, Place profile, Map<String, Double> values) {
        Member member = members.computeIfAbsent(user, unknown -> new Member(now));
        if (!member.counts) {
            return;
        }
        List<Integer> leaves = profile.leaves();
        var kept = new int[leaves.size()];
        for (int at = 0; at < kept.length; at++) {
            kept[at] = leaves.get(at);
        }
        member.leaves = kept;
        member.bins = bins(values);
    }

    protected int[] bins(Map<String, Double> values) {
        var bins = new int[plan.metrics().size()];
        for (int at = 0; at < bins.length; at++) {
            Metric metric = plan.metrics().get(at);
            Double value = values.get(metric.id());
            bins[at] = value == null ? -1 : metric.binOf(value);
        }
        return bins;
    }

    @Override
    public synchronized void setPrivacy(String user, boolean counts) {
        Member member = members.get(user);
        if (member != null) {
            member.counts = counts;
        }
    }

    @Override
    public synchronized void leave(String user) {
        Member member = members.get(user);
        if (member != null) {
            member.leaves = null;
            member.bins = null;
        }
    }

    @Override
    public synchronized void erase(String user) {
        members.remove(user);
    }

    @Override
    public synchronized void suspend(String user) {
        Member member = members.get(user);
        if (member != null) {
            member.suspended = true;
        }
    }

    @Override
    public synchronized void nextEpoch() {
        now++;
    }

    @Override
    public synchronized boolean runEpoch() {
        if (isDrawn()) {
            return false;
        }
        if (!affords(startOf(now))) {
            write(() -> disk.epochs.add(new Kept(now, null)));
            return false;
        }
        EpochDraw draw = draw(frozen());
        keep(draw, debits(draw));
        return true;
    }

    protected boolean isDrawn() {
        return disk.latest().filter(kept -> kept.number() >= now).isPresent();
    }

    protected boolean affords(Instant at) {
        return Ledger.of(disk.debits).affords(plan, at);
    }

    /** Of those who were there for a whole epoch before this one, and want to count, and may. */
    protected Frozen frozen() {
        Frozen frozen = Frozen.of(plan);
        for (Member member : members.values()) {
            if (member.leaves != null && member.bins != null && isOldEnough(member) && mayCount(member)) {
                frozen.add(member.leaves, member.bins);
            }
        }
        return frozen;
    }

    protected boolean isOldEnough(Member member) {
        return member.joined <= now - 2;
    }

    protected boolean mayCount(Member member) {
        return member.counts && !member.suspended;
    }

    protected EpochDraw draw(Frozen frozen) {
        return Epoch.draw(plan, frozen, noise);
    }

    private List<LedgerEntry> debits(EpochDraw draw) {
        return Ledger.of(disk.debits)
                .next(plan, nameOf(now), draw, startOf(now))
                .fold(Release.Released::value, withheld -> {
                    throw new IllegalStateException("drawn without being paid for");
                });
    }

    /** Staged first, then there all at once. */
    protected void keep(EpochDraw draw, List<LedgerEntry> debits) {
        List<Kept> epochs = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        write(() -> epochs.add(new Kept(now, draw)));
        for (LedgerEntry debit : debits) {
            write(() -> entries.add(debit));
        }
        disk.epochs.addAll(epochs);
        disk.debits.addAll(entries);
    }

    protected final void write(Runnable write) {
        if (writesLeft == 0) {
            throw new PowerCut();
        }
        writesLeft--;
        write.run();
    }

    @Override
    public boolean cutAfterWrites(int writes) {
        writesLeft = writes;
        return true;
    }

    @Override
    public synchronized void restart() {
        writesLeft = Integer.MAX_VALUE;
        remembered = null;
        rememberedNumbers = null;
        disk.epochs.replaceAll(kept -> kept.draw() == null
                ? kept
                : new Kept(kept.number(), EpochDraw.decode(kept.draw().encode())));
    }

    @Override
    public synchronized Release<PeerStanding> compare(
            String viewer, String metric, @Nullable Place place, @Nullable Double own) {
        return read(
                viewer,
                metric,
                own,
                comparison -> comparison.compare(metric, placeOf(viewer, place), valueOf(viewer, metric, own)));
    }

    @Override
    public synchronized Release<Insight> insight(String viewer, String metric, @Nullable Place place) {
        return read(viewer, metric, null, comparison -> comparison.insight(metric, placeOf(viewer, place)));
    }

    @Override
    public synchronized Optional<PrivacyReceipt> receipt(String viewer, String metric, @Nullable Place place) {
        return disk.latest().filter(kept -> kept.draw() != null).map(kept -> comparison(viewer, metric, null)
                .receipt(metric, placeOf(viewer, place)));
    }

    private <T> Release<T> read(
            String viewer, String metric, @Nullable Double own, Function<Comparison, Release<T>> question) {
        Optional<Kept> latest = disk.latest();
        if (latest.isEmpty()) {
            return new Release.Withheld<>(Why.EPOCH_NOT_READY);
        }
        return latest.get().draw() == null
                ? new Release.Withheld<>(Why.BUDGET_SPENT)
                : question.apply(comparison(viewer, metric, own));
    }

    /** Always that of the release that is kept, whoever asks for whatever. */
    protected Comparison comparison(String viewer, String metric, @Nullable Double own) {
        Kept kept = disk.latest().orElseThrow();
        if (remembered == null || !remembers(kept)) {
            remembered = comparison(kept);
            rememberedNumbers = Publication.of(plan, nameOf(kept.number()), kept.draw());
        }
        return remembered;
    }

    private boolean remembers(Kept kept) {
        return rememberedNumbers != null && rememberedNumbers.epoch().equals(nameOf(kept.number()));
    }

    protected final Comparison comparison(Kept kept) {
        long year = Ledger.of(disk.debits).spentInYearBefore(startOf(kept.number()));
        var account = new Comparison.Account(
                nameOf(kept.number()),
                dayOf(kept.number()),
                dayOf(kept.number() + 1).minusDays(1),
                year);
        return Comparison.of(plan, kept.draw(), account);
    }

    protected final @Nullable Place placeOf(String viewer, @Nullable Place said) {
        Member member = members.get(viewer);
        return said != null || member == null || member.leaves == null ? said : Place.of(member.leaves);
    }

    /** The middle of the bin, where it was not said just now: more is not known. */
    protected final @Nullable Double valueOf(String viewer, String id, @Nullable Double said) {
        Member member = members.get(viewer);
        for (int at = 0; said == null && member != null && member.bins != null && at < member.bins.length; at++) {
            Metric metric = plan.metrics().get(at);
            int bin = member.bins[at];
            if (metric.id().equals(id) && bin >= 0) {
                List<Double> edges = metric.bins().edges();
                return bin == 0 ? edges.get(0) : (edges.get(bin - 1) + edges.get(bin)) / 2;
            }
        }
        return said;
    }

    @Override
    public synchronized Optional<Publication> published(String viewer) {
        return disk.latest().filter(kept -> kept.draw() != null).map(kept -> {
            comparison(viewer, "", null);
            return rememberedNumbers;
        });
    }

    @Override
    public synchronized List<Publication> history() {
        return disk.epochs.stream()
                .filter(kept -> kept.draw() != null)
                .map(kept -> Publication.of(plan, nameOf(kept.number()), kept.draw()))
                .toList();
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        return List.copyOf(disk.debits);
    }

    @Override
    public synchronized List<String> said() {
        return List.copyOf(log);
    }

    protected static String nameOf(int epoch) {
        return "epoch-" + epoch;
    }

    private LocalDate dayOf(int epoch) {
        return BEGINNING
                .plusMonths(plan.epoch().toTotalMonths() * epoch)
                .plusDays((long) plan.epoch().getDays() * epoch);
    }

    protected final Instant startOf(int epoch) {
        return dayOf(epoch).atStartOfDay(UTC).toInstant();
    }
}
