package org.somoim.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.http.docs.Code;
import org.somoim.http.health.HealthRoutes;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.View;
import org.somoim.http.wishes.Wish;
import org.somoim.http.wishes.WishRoutes;

class TablesTest {
    @Test
    void aRouteIsARow() {
        assertThat(Tables.routes(new WishRoutes().routes()))
                .contains(
                        "| POST | `/api/v1/wishes` | Adds a wish. | person | `{title, reason, size, times_over, by, tags,"
                                + " giver}` | 201 `{id, title, reason, size, times_over, by, tags}` |\n")
                .contains("| POST | `/api/v1/wish/create`<br>`/wish/create` |")
                .contains("| ?size, tag, title, before, vague, like, cursor, limit | 200 page of `{id,");
    }

    @Test
    void aReasonIsARow() {
        assertThat(Tables.codes(Code.all(List.of(new WishRoutes()))))
                .contains("| `wishes.come-true` | 410 | Wish for something else. |\n")
                .contains("| `http.unexpected` | 500 |");
    }

    @Test
    @Covers("ARC-5")
    void aModelInAViewIsFound() {
        Route planted = Route.get("/planted", request -> Response.nothing()).gives(Planted.class);

        assertThat(PlainViews.violations(List.of(planted)))
                .containsExactly(
                        "Planted.wish is a org.somoim.http.wishes.Wish",
                        "Planted.all is a java.util.List<org.somoim.http.wishes.Wish>");
        assertThat(PlainViews.violations(new WishRoutes().routes())).isEmpty();
        assertThat(PlainViews.violations(new HealthRoutes(TablesTest::noHealth).routes()))
                .isEmpty();
    }

    private static Health noHealth() {
        throw new IllegalStateException("not asked");
    }

    record Planted(String text, List<String> texts, Wish wish, List<Wish> all) implements View {}
}
