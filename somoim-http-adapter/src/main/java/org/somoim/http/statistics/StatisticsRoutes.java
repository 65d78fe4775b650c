package org.somoim.http.statistics;

import static org.somoim.http.wire.Route.get;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.statistics.Statistics;
import org.somoim.statistics.StatisticsAction;

/** The community in numbers, for administrators. */
public final class StatisticsRoutes implements Routes {
    private final Statistics statistics;

    public StatisticsRoutes(Statistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/admin/statistics", this::summary)
                .needs(StatisticsAction.SEE)
                .gives(SummaryView.class)
                .says("How many people and groups there are, in steps of the fewest that may be spoken of."));
    }

    private Response summary(Request request) {
        return Response.ok(SummaryView.of(statistics.summary(request.actor())));
    }

    /** @param least fewest that are spoken of, and the step in which numbers go up */
    record SummaryView(int least, List<PartView> parts) implements View {
        static SummaryView of(Statistics.Summary summary) {
            return new SummaryView(
                    summary.least(), summary.parts().stream().map(PartView::of).toList());
        }
    }

    /** @param weeks how many came in each of the latest weeks, the oldest first */
    record PartView(String subject, List<SortView> now, List<WeekView> weeks) implements View {
        static PartView of(Statistics.Part part) {
            return new PartView(
                    part.subject().value(),
                    part.now().stream()
                            .map(sort -> new SortView(sort.sort().value(), sort.atLeast()))
                            .toList(),
                    part.weeks().stream()
                            .map(week -> new WeekView(week.from().toString(), week.atLeast()))
                            .toList());
        }
    }

    /** @param atLeast left out where there are fewer than may be spoken of, none included */
    record SortView(String sort, @Nullable Long atLeast) implements View {}

    /** @param atLeast left out where there are fewer than may be spoken of, none included */
    record WeekView(String from, @Nullable Long atLeast) implements View {}
}
