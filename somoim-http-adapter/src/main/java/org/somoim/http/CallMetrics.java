package org.somoim.http;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.kernel.Reason;
import org.somoim.limits.RateLimiter;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;

/** Counts and times calls, by the patterns of the routes that there are. */
final class CallMetrics {
    private final Metrics metrics;
    private final Vocabulary routes;
    private final Map<Method, Tag> methods = new EnumMap<>(Method.class);
    private final Tag otherMethod = Tag.of(Label.METHOD, Without.OTHER);

    /** @param routes all that are served */
    CallMetrics(Metrics metrics, List<Route> routes) {
        this.metrics = metrics;
        this.routes =
                new Vocabulary(Label.ROUTE, routes.stream().map(Route::pattern).toList());
        Arrays.stream(Method.values()).forEach(method -> methods.put(method, Tag.of(Label.METHOD, method)));
    }

    /** For calls to which there is no route. */
    private enum Without {
        OTHER
    }

    /** The first digit of a status. */
    enum StatusClass {
        INFORMATION,
        SUCCESS,
        REDIRECTION,
        REFUSAL,
        FAILURE;

        static StatusClass of(int status) {
            return values()[Math.min(Math.max(status / 100, 1), values().length) - 1];
        }

        /** Such as {@code 2xx}. */
        @Override
        public String toString() {
            return (ordinal() + 1) + "xx";
        }
    }

    Running begin() {
        return new Running();
    }

    void refused(Reason reason) {
        metrics.count(Series.of(Metric.HTTP_REFUSALS, Tag.of(reason)));
    }

    void limited(RateLimiter.Kind kind) {
        metrics.count(Series.of(Metric.HTTP_LIMITED, Tag.of(Label.LIMIT, kind)));
    }

    /** One call. */
    final class Running {
        private final long begun = metrics.ticks();
        private Tag method = otherMethod;
        private Tag route = routes.other();

        /** Says which route it goes to; a call that is turned down before that is counted as going elsewhere. */
        Running found(Route found) {
            method = methods.getOrDefault(found.method(), otherMethod);
            route = routes.tag(found.pattern());
            return this;
        }

        void end(int status) {
            metrics.time(
                    Series.of(Metric.HTTP_CALLS, method, route, Tag.of(Label.STATUS, StatusClass.of(status))),
                    metrics.since(begun));
        }

        Tag method() {
            return method;
        }

        Tag route() {
            return route;
        }
    }
}
