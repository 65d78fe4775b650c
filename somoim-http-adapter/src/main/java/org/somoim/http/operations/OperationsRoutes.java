package org.somoim.http.operations;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Word;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.operations.Operations;
import org.somoim.operations.OperationsAction;
import org.somoim.operations.OperationsReason;
import org.somoim.operations.Rounds;

/** How the library works, for administrators. */
public final class OperationsRoutes implements Routes {
    private static final double MILLIS = 1e6;

    private final Operations operations;

    public OperationsRoutes(Operations operations) {
        this.operations = operations;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/admin/listeners", this::listeners)
                        .needs(OperationsAction.WATCH)
                        .givesList(ListenerView.class)
                        .says("How far each listener has come in hearing of what has happened."),
                get("/admin/facts", this::facts)
                        .needs(OperationsAction.WATCH)
                        .givesPage(FactView.class)
                        .says(
                                "What the log of facts still holds, oldest first; names only, and nothing that is in them."),
                get("/admin/set-aside-facts", this::setAside)
                        .needs(OperationsAction.WATCH)
                        .givesList(SetAsideView.class)
                        .says("Facts that a listener could not take, longest first."),
                post("/admin/set-aside-facts/retry", this::retry)
                        .needs(OperationsAction.RETRY)
                        .takes(Retrying.class)
                        .says("Lets a listener try once more what was set aside for it."),
                get("/admin/jobs", this::jobs)
                        .needs(OperationsAction.WATCH)
                        .givesList(JobView.class)
                        .says("What time brings due, and what each job did last in this process."),
                get("/admin/numbers", this::numbers)
                        .needs(OperationsAction.WATCH)
                        .givesList(NumberView.class)
                        .says("What was counted and timed in this process, if it is kept there."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(OperationsReason.values());
    }

    private Response listeners(Request request) {
        return Response.ok(operations.listeners(request.actor()).stream()
                .map(ListenerView::of)
                .toList());
    }

    private Response facts(Request request) {
        return Response.page(operations.facts(request.actor(), request.ask()).map(FactView::of));
    }

    private Response setAside(Request request) {
        return Response.ok(operations.setAside(request.actor()).stream()
                .map(SetAsideView::of)
                .toList());
    }

    private Response retry(Request request) {
        Retrying body = request.body(Retrying.class);
        operations.retry(request.actor(), body.listener(), body.position());
        return Response.nothing();
    }

    private Response jobs(Request request) {
        return Response.ok(
                operations.jobs(request.actor()).stream().map(JobView::of).toList());
    }

    private Response numbers(Request request) {
        return Response.ok(operations.numbers(request.actor()).entrySet().stream()
                .map(NumberView::of)
                .toList());
    }

    record Retrying(Word listener, long position) {}

    /**
     * @param behind how many facts it has yet to hear of
     * @param waitingSince when the first of these happened
     */
    record ListenerView(
            String name,
            long position,
            long behind,
            @Nullable String waitingSince,
            int failures,
            @Nullable String retryAt)
            implements View {
        static ListenerView of(Operations.Listening listening) {
            return new ListenerView(
                    listening.name().value(),
                    listening.position(),
                    listening.behind(),
                    text(listening.waitingSince()),
                    listening.failures(),
                    text(listening.retryAt()));
        }
    }

    record FactView(long position, String fact, String happenedAt) implements View {
        static FactView of(Operations.Happened happened) {
            return new FactView(
                    happened.position(), happened.fact().value(), happened.at().toString());
        }
    }

    /**
     * @param fact left out if the log holds it no more
     * @param error name of the class of the last error
     */
    record SetAsideView(
            String listener, long position, @Nullable String fact, int failures, String error, String since)
            implements View {
        static SetAsideView of(Operations.Unheard unheard) {
            return new SetAsideView(
                    unheard.listener().value(),
                    unheard.position(),
                    text(unheard.fact()),
                    unheard.failures(),
                    unheard.error().className(),
                    unheard.since().toString());
        }
    }

    /**
     * @param due whether there is more to do, it failed, or it should have had its turn by now
     * @param lastAt left out if it has not had its turn in this process
     */
    record JobView(
            String name,
            boolean due,
            @Nullable String lastAt,
            @Nullable Long tookMillis,
            @Nullable Long done,
            @Nullable Boolean left,
            @Nullable String error)
            implements View {
        static JobView of(Operations.Job job) {
            Rounds.Round last = job.last();
            if (last == null) {
                return new JobView(job.name().value(), job.isDue(), null, null, null, null, null);
            }
            return new JobView(
                    job.name().value(),
                    job.isDue(),
                    last.at().toString(),
                    last.took().toMillis(),
                    last.done(),
                    last.isLeft(),
                    last.error() == null ? null : last.error().className());
        }
    }

    /** @param tags such as {@code outcome=kept}, joined by commas */
    record NumberView(String metric, String tags, long count, double totalMillis, double longestMillis)
            implements View {
        static NumberView of(Map.Entry<Series, Counters.Reading> number) {
            Series series = number.getKey();
            Counters.Reading reading = number.getValue();
            return new NumberView(
                    series.metric().key(),
                    series.tags().stream().map(Tag::toString).collect(Collectors.joining(",")),
                    reading.count(),
                    reading.total().toNanos() / MILLIS,
                    reading.longest().toNanos() / MILLIS);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
