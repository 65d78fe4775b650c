package org.somoim.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Line;

@Covers({"API-3", "DOC-1"})
class OpenApiTest {
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
    private final Reply document = Client.of(wishes.clock, wishes.memory, all.toArray(Routes[]::new))
            .atRoot()
            .get("/openapi.json")
            .ok();

    @Test
    void anIndependentParserTakesItWithoutAWord() {
        var options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document.text(), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths().keySet())
                .contains("/api/v1/wishes/{wish}", "/wish/create", "/api/v1/wish/create", "/health");
    }

    @Test
    void everyRouteOfTheTableIsInIt() {
        for (Routes capability : all) {
            for (Route route : capability.routes()) {
                if (route.gives().shape() != Route.Shape.FILE) {
                    for (String path : route.paths()) {
                        JsonNode operation = document.json()
                                .path("paths")
                                .path(path)
                                .path(route.method().name().toLowerCase(Locale.ROOT));
                        assertThat(operation.path("summary").textValue()).isEqualTo(route.summary());
                    }
                }
            }
        }
    }

    @Test
    void schemasSayWhatTheReaderTakes() {
        JsonNode schemas = document.json().at("/components/schemas");
        JsonNode wish = schemas.path("NewWish");
        assertThat(texts(wish.path("required"))).containsExactlyInAnyOrder("title", "size", "times_over", "tags");
        assertThat(wish.at("/additionalProperties").isBoolean()).isTrue();
        assertThat(wish.at("/properties/title/maxLength").intValue()).isEqualTo(Line.MAX);
        assertThat(wish.at("/properties/times_over/type").textValue()).isEqualTo("integer");
        assertThat(texts(wish.at("/properties/size/enum"))).containsExactly("SMALL", "LARGE");
        assertThat(texts(wish.at("/properties/reason/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/WishPatch/required").isMissingNode()).isTrue();
        assertThat(schemas.at("/WishPatch/properties/title/type").textValue()).isEqualTo("string");
        assertThat(texts(schemas.at("/WishPatch/properties/reason/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/WishPatch/properties/tags/items/type").textValue())
                .isEqualTo("string");
        assertThat(texts(schemas.at("/WishView/required")))
                .doesNotContain("reason")
                .contains("title");
        assertThat(schemas.at("/Problem/properties/errors/type").textValue()).isEqualTo("array");
    }

    @Test
    void itSaysWhoMustSignInAndHowListsGoOn() {
        JsonNode list = document.json().path("paths").path("/api/v1/wishes").path("get");
        assertThat(list.at("/security/0/token").isArray()).isTrue();
        assertThat(list.at("/parameters").findValuesAsText("name")).contains("cursor", "limit", "size");
        assertThat(list.at("/responses/200/headers/Link").isObject()).isTrue();
        assertThat(list.at("/responses/default/$ref").textValue()).isEqualTo("#/components/responses/Problem");
        assertThat(document.json()
                        .path("paths")
                        .path("/health")
                        .at("/get/security")
                        .isMissingNode())
                .isTrue();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
