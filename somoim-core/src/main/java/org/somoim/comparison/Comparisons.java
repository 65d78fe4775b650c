package org.somoim.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.comparison.Published.Issue;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.privacy.Insight;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.Release;
import org.somoim.privacy.Release.Why;
import org.somoim.privacy.Suggestion;
import org.somoim.profiles.Profiles;

/**
 * Shows people how they stand among others like them.
 *
 * <ul>
 *   <li>Everything anybody can see is read from one release for each epoch, which was drawn by {@link Epochs} and does not
 *       change. Asking often, asking about others, or coming back as somebody else tells nothing more.
 *   <li>Whom one is compared with is decided by the release: there is no way to ask for a cohort of one's own choosing.
 *   <li>One may look without taking part. What one says of oneself to be compared is used once and kept nowhere.
 *   <li>Whoever takes part is kept as bands and bins, as long as their settings say that they want to count.
 * </ul>
 */
public final class Comparisons {
    /** Most releases in a trend. */
    public static final int MOST_EPOCHS = 12;

    private final ComparisonStore store;
    private final Profiles profiles;
    private final Terms terms;
    private final @Nullable Published published;
    private final Access access;
    private final Work work;

    public Comparisons(ComparisonStore store, Profiles profiles, Terms terms, Access access, Work work) {
        this.store = store;
        this.profiles = profiles;
        this.terms = terms;
        this.published = terms.plan().map(plan -> new Published(store, plan)).orElse(null);
        this.access = access;
        this.work = work;
    }

    /**
     * Gives figures, in place of those that the actor gave before. They count from the next epoch on, once the account has
     * been there for a whole one.
     *
     * @throws org.somoim.kernel.Refusal {@link ComparisonReason#FEATURE_OFF}, {@link ComparisonReason#NOT_CONTRIBUTING},
     *     {@link ComparisonReason#NO_SUCH_DIMENSION}, {@link ComparisonReason#NO_SUCH_BAND}, {@link
     *     ComparisonReason#NO_SUCH_METRIC}, {@link ComparisonReason#BAND_MISSING}, {@link ComparisonReason#NOT_COUNTED},
     *     {@link ComparisonReason#NOTHING_TO_CONTRIBUTE}
     */
    public Contribution contribute(Actor actor, Figures figures) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            PrivacyPlan plan = terms.required();
            if (!profiles.countsInComparisons(person)) {
                throw ComparisonReason.NOT_CONTRIBUTING.refuse();
            }
            int[] leaves = figures.leaves(plan);
            int[] bins = figures.bins(plan);
            mustCount(leaves);
            if (figures.values().isEmpty()) {
                throw ComparisonReason.NOTHING_TO_CONTRIBUTE.refuse();
            }
            Instant since = store.find(person).map(Contribution::createdAt).orElse(tx.now());
            var contribution =
                    new Contribution(person, Shape.of(plan), Indexes.of(leaves), Indexes.of(bins), since, tx.now());
            store.put(contribution);
            tx.announce(new ComparisonFact.Contributed(person));
            return contribution;
        });
    }

    private void mustCount(int[] leaves) {
        for (int leaf : leaves) {
            if (leaf == Indexes.NONE) {
                throw ComparisonReason.BAND_MISSING.refuse();
            }
        }
        if (!terms.counts(leaves)) {
            throw ComparisonReason.NOT_COUNTED.refuse();
        }
    }

    /** Takes the actor's figures back, at once. A release in which they counted stays as it is. Nothing happens if there are none. */
    public void withdraw(Actor actor) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            boolean had = store.remove(person);
            if (had) {
                tx.announce(new ComparisonFact.Withdrawn(person));
            }
            return had;
        });
    }

    /** What is kept of the actor. */
    public Optional<Contribution> contribution(Actor actor) {
        return work.read(() -> store.find(access.requirePerson(actor)));
    }

    /**
     * Where the actor stands, in the latest release.
     *
     * @param own what the actor says now; what they leave out is taken from what they contributed, if they did
     * @throws org.somoim.kernel.Refusal {@link ComparisonReason#NO_SUCH_DIMENSION}, {@link ComparisonReason#NO_SUCH_BAND},
     *     {@link ComparisonReason#NO_SUCH_METRIC}
     */
    public Release<PeerStanding> compare(Actor actor, Word metric, Figures own) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return inLatest(person, own, (issue, viewer) -> standing(issue, viewer, metric));
        });
    }

    /**
     * What those do who stand better, and what the actor could do. Read from the release and the actor's own value alone.
     *
     * @throws org.somoim.kernel.Refusal as {@link #compare}
     */
    public Release<List<Suggestion>> suggestions(Actor actor, Word metric, Figures own) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return inLatest(person, own, (issue, viewer) -> issue.comparison()
                    .suggestions(metric.value(), viewer.place(), viewer.value(terms.required(), metric)));
        });
    }

    /**
     * How the actor's cohort as a whole stands in a metric.
     *
     * @throws org.somoim.kernel.Refusal as {@link #compare}
     */
    public Release<Insight> insight(Actor actor, Word metric, Figures own) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return inLatest(person, own, (issue, viewer) -> issue.comparison().insight(metric.value(), viewer.place()));
        });
    }

    /** How each cohort of the latest release stands in each metric. */
    public Release<Insights> insights(Actor actor) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return inLatest(person, Figures.NONE, (issue, viewer) -> insights(issue));
        });
    }

    private Release<Insights> insights(Issue issue) {
        List<Release<Insight>> all = issue.draw().tiles().stream()
                .flatMap(tile -> terms.required().metrics().stream()
                        .map(metric -> issue.comparison().insight(metric.id(), Issue.placeIn(tile))))
                .toList();
        return together(all, () -> new Insights(issue.epoch().epoch(), released(all)));
    }

    /**
     * Where the actor's value of today stands in the latest releases, the oldest first.
     *
     * @throws org.somoim.kernel.Refusal as {@link #compare}
     */
    public Release<Trend> trends(Actor actor, Word metric, Figures own) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return inLatest(person, own, (latest, viewer) -> {
                List<Trend.Point> points = new ArrayList<>();
                for (KeptEpoch epoch : store.epochs(latest.epoch().population(), MOST_EPOCHS)) {
                    publishedOnes()
                            .issue(epoch)
                            .map(issue -> new Trend.Point(
                                    epoch.epoch(), epoch.starts(), epoch.ends(), standing(issue, viewer, metric)))
                            .ifPresent(point -> points.add(0, point));
                }
                return together(points.stream().map(Trend.Point::standing).toList(), () -> new Trend(points));
            });
        });
    }

    /**
     * The receipt of every answer to the actor about a metric from the latest release, withheld ones too. Empty as long as
     * there is no release.
     *
     * @throws org.somoim.kernel.Refusal as {@link #compare}
     */
    public Optional<GivenReceipt> receiptFor(Actor actor, Word metric, Figures own) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            if (terms.plan().flatMap(plan -> plan.metric(metric.value())).isEmpty()) {
                return Optional.empty();
            }
            Viewer viewer = viewer(person, own);
            return latestIssue()
                    .map(issue -> new GivenReceipt(
                            issue.receipt(viewer.place(), metric),
                            issue.comparison().receipt(metric.value(), viewer.place())));
        });
    }

    /**
     * A receipt that somebody was given, reckoned again from the release and the ledger.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public PrivacyReceipt receipt(Actor actor, Id<KeptReceipt> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            KeptReceipt kept = store.receipt(id).orElseThrow(() -> access.notFound(id));
            Issue issue = store.epoch(kept.epochId())
                    .filter(epoch -> published != null)
                    .flatMap(epoch -> publishedOnes().issue(epoch))
                    .orElseThrow(() -> access.notFound(id));
            Word tile = kept.tile();
            return issue.comparison()
                    .receipt(
                            kept.metric().value(),
                            tile == null ? null : issue.placeIn(tile).orElseThrow(() -> access.notFound(id)));
        });
    }

    /**
     * What is promised to those who take part, and what can be said and compared here. Open to everyone.
     *
     * @throws org.somoim.kernel.Refusal {@link ComparisonReason#FEATURE_OFF}
     */
    public PrivacyPlan plan(Actor actor) {
        access.letAnyone(actor);
        return terms.required();
    }

    private Release<PeerStanding> standing(Issue issue, Viewer viewer, Word metric) {
        return issue.comparison().compare(metric.value(), viewer.place(), viewer.value(terms.required(), metric));
    }

    private Viewer viewer(Id<User> person, Figures own) {
        return Viewer.of(terms.required(), own, store.find(person).orElse(null));
    }

    private <T> Release<T> inLatest(Id<User> person, Figures own, BiFunction<Issue, Viewer, Release<T>> question) {
        if (published == null) {
            return new Release.Withheld<>(Why.FEATURE_OFF);
        }
        Viewer viewer = viewer(person, own);
        Optional<KeptEpoch> latest = latest();
        if (latest.filter(epoch -> epoch.outcome() == KeptEpoch.Outcome.BUDGET_SPENT)
                .isPresent()) {
            return new Release.Withheld<>(Why.BUDGET_SPENT);
        }
        Optional<Issue> issue = latest.flatMap(published::issue);
        return issue.isPresent() ? question.apply(issue.get(), viewer) : new Release.Withheld<>(Why.EPOCH_NOT_READY);
    }

    private Optional<Issue> latestIssue() {
        return latest().flatMap(epoch -> publishedOnes().issue(epoch));
    }

    private Optional<KeptEpoch> latest() {
        return store.latest(new Word(terms.required().population()));
    }

    private Published publishedOnes() {
        if (published == null) {
            throw ComparisonReason.FEATURE_OFF.refuse();
        }
        return published;
    }

    /** Something about several answers, if one of them at least was let out; otherwise why the last one was not. */
    static <T, R> Release<R> together(List<Release<T>> answers, java.util.function.Supplier<R> what) {
        return answers.stream()
                .filter(answer -> answer instanceof Release.Released)
                .findFirst()
                .or(() -> answers.stream().reduce((one, other) -> other))
                .map(answer -> answer.map(ignored -> what.get()))
                .orElseGet(() -> new Release.Withheld<>(Why.NOT_ENOUGH_PEOPLE));
    }

    static <T> List<T> released(List<Release<T>> answers) {
        List<T> all = new ArrayList<>();
        answers.forEach(answer -> answer.fold(released -> all.add(released.value()), withheld -> false));
        return all;
    }
}
