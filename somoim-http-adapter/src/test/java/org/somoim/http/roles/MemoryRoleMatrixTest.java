package org.somoim.http.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.memory.Community;

@TestInstance(Lifecycle.PER_CLASS)
class MemoryRoleMatrixTest implements RoleMatrixContract {
    private final Played played = Played.in(new Community());

    @Override
    public Played played() {
        return played;
    }

    @Test
    void aRouteThatTheMatrixCannotCallIsRefused() {
        var stage = new Stage(new Community());
        assertThatThrownBy(() -> Examples.of(with(
                        Route.post("/wishes", request -> Response.nothing()).takes(Wish.class))))
                .hasMessageContaining("no body for POST /wishes");
        assertThatThrownBy(() -> Examples.of(with(Route.get("/wishes/{wish}", request -> Response.nothing())))
                        .forEach(question -> question.paths(stage, stage.things(Caller.OWNER, Whose.OWN))))
                .hasMessageContaining("{wish} in GET /wishes/{wish}");
    }

    @Test
    void anExampleThatNoRouteNeedsIsRefused() {
        assertThatThrownBy(() -> Examples.of(List.of())).hasMessageContaining("POST /sessions");
        assertThat(Examples.of(routes())).hasSizeGreaterThan(routes().size());
    }

    private List<Route> routes() {
        return played.rows().stream()
                .map(row -> row.question().route())
                .distinct()
                .toList();
    }

    private List<Route> with(Route planted) {
        var all = new ArrayList<>(routes());
        all.add(0, planted);
        return all;
    }

    record Wish(String text) {}
}
