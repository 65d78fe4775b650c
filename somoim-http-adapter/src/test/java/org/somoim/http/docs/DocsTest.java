package org.somoim.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Routes;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Line;

@Covers("DOC-1")
class DocsTest {
    private static final Health HEALTH = new Health(
            new Line("1.2"),
            Health.Part.HEALTHY,
            Health.Part.UNKNOWN,
            Health.Part.UNKNOWN,
            Health.Part.UNKNOWN,
            Health.Part.UNKNOWN,
            Health.Part.UNKNOWN,
            null,
            0,
            0);

    private final WishRoutes wishes = new WishRoutes();
    private final List<Routes> all = Api.complete(() -> HEALTH, List.of(wishes));
    private final Client client =
            Client.of(wishes.clock, wishes.memory, all.toArray(Routes[]::new)).atRoot();

    @Test
    void theBrowserLoadsEverythingFromHereAndHoldsNoScriptOfItsOwn() {
        assertThat(client.get("/docs").ok(308).header("Location")).contains("/docs/");
        Reply page = client.get("/docs/").ok();
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContainPattern("<script>|style=| on[a-z]+=");
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.text())
                .results()
                .forEach(link -> {
                    String target = link.group(1);
                    client.get(target.startsWith("../") ? target.substring(2) : "/docs/" + target)
                            .ok();
                });
        assertThat(client.get("/docs/swagger-ui-bundle.js").ok().header("Content-Type"))
                .contains("text/javascript; charset=utf-8");
    }

    @Test
    void nothingElseOfTheClassPathIsServed() {
        for (String path :
                new String[] {"index.html", "swagger-initializer.js", "pom.properties", "ApiBrowser.class", "%2e"}) {
            assertThat(client.get("/docs/" + path).status()).isIn(404, 400);
        }
    }

    @Test
    void everyCodeHasAPageWhereItsTypeLeads() {
        for (Code code : Code.all(all)) {
            Reply page = client.get("/docs/errors/" + code.name()).ok();
            assertThat(page.text()).contains(code.name(), "" + code.status());
        }
        assertThat(client.get("/docs/errors/").ok().text()).contains("wishes.come-true", "http.unexpected");
        client.get("/docs/errors/no.such").refused(404, "http.no-such-route");
        String type = client.get("/nowhere").at("/type");
        client.get(type).ok();
    }
}
