package org.somoim.http.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.roles.Matrix.Row;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.memory.Community;

/** The role matrix, on whatever ports. */
interface RoleMatrixContract {

    /** Made once for all tests. */
    Played played();

    /** A matrix and what came of it. */
    record Played(Matrix matrix, List<Row> rows) {
        static Played in(Community town) {
            var tokens = new PlainTokens();
            List<Routes> api = Api.complete(
                    town.somoim::health,
                    Api.capabilities(town.somoim, tokens, List.of(new UnaddressedProvider()), town.clock));
            List<Route> routes =
                    api.stream().flatMap(each -> each.routes().stream()).toList();
            Client client = Client.of(town.clock, town.ports.transactor(), api.toArray(Routes[]::new));
            var matrix = new Matrix(town, client, routes);
            return new Played(matrix, matrix.rows());
        }
    }

    @TestFactory
    @Covers({"TST-3", "ACC-9", "ACC-13", "SEC-6"})
    default Stream<DynamicTest> everyoneGetsWhatTheyMayAndNoMore() {
        Map<String, List<String>> faults = played().rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.question().name(),
                        LinkedHashMap::new,
                        Collectors.flatMapping(row -> row.faults().stream(), Collectors.toList())));
        return faults.entrySet().stream()
                .map(route -> dynamicTest(
                        route.getKey(), () -> assertThat(route.getValue()).isEmpty()));
    }

    @Test
    default void whatTheOracleSaysIsAllNeeded() {
        assertThat(played().matrix().unused()).isEmpty();
    }

    @Test
    default void callsLeaveNothingBehind() {
        assertThat(Printed.text(played().matrix().rows())).isEqualTo(Printed.text(played().rows()));
    }

    @Test
    default void theDocumentSaysWhatEveryoneGets() throws IOException {
        String text = Printed.text(played().rows());
        if ("write".equals(System.getProperty("somoim.docs"))) {
            Files.writeString(Printed.file(), text);
        }
        assertThat(Printed.file())
                .as("It is printed by this test. Run: mvn verify -Dsomoim.docs=write")
                .hasContent(text);
    }
}
