package org.somoim.http.comparison;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.comparison.ComparisonAction;
import org.somoim.comparison.ComparisonReason;
import org.somoim.comparison.Comparisons;
import org.somoim.comparison.Contribution;
import org.somoim.comparison.Epochs;
import org.somoim.comparison.Figures;
import org.somoim.comparison.GivenReceipt;
import org.somoim.http.comparison.ComparisonViews.AccountView;
import org.somoim.http.comparison.ComparisonViews.ComplianceView;
import org.somoim.http.comparison.ComparisonViews.ContributionView;
import org.somoim.http.comparison.ComparisonViews.InsightsView;
import org.somoim.http.comparison.ComparisonViews.LedgerView;
import org.somoim.http.comparison.ComparisonViews.PeersView;
import org.somoim.http.comparison.ComparisonViews.PlanView;
import org.somoim.http.comparison.ComparisonViews.ReceiptView;
import org.somoim.http.comparison.ComparisonViews.StandingView;
import org.somoim.http.comparison.ComparisonViews.TrendView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Word;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;

/**
 * Comparisons over HTTP. What one says of oneself comes in a body and never in an address: addresses end up in logs. What
 * is withheld is an answer, 200, with its reason.
 */
public final class ComparisonRoutes implements Routes {
    private static final String ALL = "GET /peer-comparison";
    private static final String TRENDS = "GET /peer-comparison/trends";

    private final Comparisons comparisons;
    private final Epochs epochs;

    public ComparisonRoutes(Comparisons comparisons, Epochs epochs) {
        this.comparisons = comparisons;
        this.epochs = epochs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/peer-comparison", this::all)
                        .gives(PeersView.class)
                        .says("How one stands in every metric, by what one contributed."),
                get("/peer-comparison/", this::all).gives(PeersView.class).aliasOf(ALL),
                get("/social/peer-comparison", this::all).gives(PeersView.class).aliasOf(ALL),
                get("/social/peer-comparison/", this::all)
                        .gives(PeersView.class)
                        .aliasOf(ALL),
                post("/peer-comparison", this::look)
                        .takes(FiguresBody.class)
                        .gives(PeersView.class)
                        .says("How one stands by what one says now, which is used once and kept nowhere."),
                get("/peer-comparison/trends", this::trends)
                        .query("metric", Word.class)
                        .gives(TrendView.class)
                        .says("Where one's figure of today stands in one release after another."),
                get("/social/peer-comparison/trends", this::trends)
                        .query("metric", Word.class)
                        .gives(TrendView.class)
                        .aliasOf(TRENDS),
                get("/peer-comparison/insights", this::insights)
                        .gives(InsightsView.class)
                        .says("How each cohort as a whole stands in each metric."),
                get("/peer-comparison/plan", this::plan)
                        .gives(PlanView.class)
                        .forAnyone()
                        .says("What is promised to those who take part, and what that means."),
                get("/peer-comparison/receipts/{receipt}", this::receipt)
                        .gives(ReceiptView.class)
                        .says("The receipt of an answer, reckoned again."),
                get("/me/comparison-contribution", this::contribution)
                        .gives(ContributionView.class)
                        .says("What is kept of one for comparisons."),
                put("/me/comparison-contribution", this::contribute)
                        .takes(FiguresBody.class)
                        .gives(ContributionView.class)
                        .says("Gives figures for comparisons, in place of those given before."),
                delete("/me/comparison-contribution", this::withdraw).says("Takes them back."),
                get("/admin/peer-comparison/compliance", this::compliance)
                        .needs(ComparisonAction.MEASURE)
                        .gives(ComplianceView.class)
                        .says("How well the privacy promises are kept this week, from what was released."),
                get("/admin/peer-comparison/epochs", this::accounts)
                        .needs(ComparisonAction.MEASURE)
                        .givesList(AccountView.class)
                        .says("What each of the latest epochs cost, and why something could not be said in it."),
                post("/admin/peer-comparison/ledger/verifications", this::verify)
                        .needs(ComparisonAction.MEASURE)
                        .gives(LedgerView.class)
                        .says("Walks through the privacy ledger."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(ComparisonReason.values());
    }

    private Response all(Request request) {
        return Response.ok(peers(request.actor(), Figures.NONE));
    }

    private Response look(Request request) {
        return Response.ok(
                peers(request.actor(), request.body(FiguresBody.class).figures()));
    }

    private PeersView peers(Actor actor, Figures figures) {
        PrivacyPlan plan = comparisons.plan(actor);
        return new PeersView(plan.metrics().stream()
                .map(metric -> standing(actor, metric, figures))
                .toList());
    }

    private StandingView standing(Actor actor, Metric metric, Figures figures) {
        var word = new Word(metric.id());
        return StandingView.of(
                metric,
                comparisons.compare(actor, word, figures),
                comparisons.suggestions(actor, word, figures),
                comparisons.insight(actor, word, figures),
                given(actor, word, figures).orElse(null));
    }

    private Optional<GivenReceipt> given(Actor actor, Word metric, Figures figures) {
        return comparisons.receiptFor(actor, metric, figures);
    }

    private Response trends(Request request) {
        List<Metric> metrics = comparisons.plan(request.actor()).metrics();
        Word metric =
                request.word("metric").orElseGet(() -> new Word(metrics.get(0).id()));
        return Response.ok(TrendView.of(metric, comparisons.trends(request.actor(), metric, Figures.NONE)));
    }

    private Response insights(Request request) {
        return Response.ok(InsightsView.of(comparisons.insights(request.actor())));
    }

    private Response plan(Request request) {
        return Response.ok(PlanView.of(comparisons.plan(request.actor())));
    }

    private Response receipt(Request request) {
        return Response.ok(ReceiptView.of(
                request.segment("receipt"), comparisons.receipt(request.actor(), request.id("receipt"))));
    }

    private Response contribution(Request request) {
        return Response.ok(view(comparisons.contribution(request.actor()).orElse(null), request.actor()));
    }

    private Response contribute(Request request) {
        return Response.ok(view(
                comparisons.contribute(
                        request.actor(), request.body(FiguresBody.class).figures()),
                request.actor()));
    }

    private ContributionView view(@Nullable Contribution contribution, Actor actor) {
        return contribution == null
                ? ContributionView.NONE
                : ContributionView.of(contribution, comparisons.plan(actor));
    }

    private Response withdraw(Request request) {
        comparisons.withdraw(request.actor());
        return Response.nothing();
    }

    private Response compliance(Request request) {
        return Response.ok(ComplianceView.of(
                epochs.compliance(request.actor()), epochs.latest().orElse(null)));
    }

    private Response accounts(Request request) {
        return Response.ok(
                epochs.accounts(request.actor()).stream().map(AccountView::of).toList());
    }

    private Response verify(Request request) {
        return Response.ok(LedgerView.of(epochs.verify(request.actor())));
    }

    /**
     * @param bands a band for each dimension
     * @param values a value for each metric that one wants to say
     */
    record FiguresBody(List<Band> bands, List<Value> values) {
        Figures figures() {
            Map<Word, Word> chosen = new HashMap<>();
            bands.forEach(band -> chosen.put(band.dimension(), band.band()));
            Map<Word, Double> said = new HashMap<>();
            values.forEach(value -> said.put(value.metric(), value.value().number()));
            return new Figures(chosen, said);
        }
    }

    record Band(Word dimension, Word band) {}

    record Value(Word metric, Figure value) {}
}
