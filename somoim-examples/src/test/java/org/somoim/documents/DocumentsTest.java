package org.somoim.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.architecture.Sources;

/** Printed documents say what the code says. {@code -Dsomoim.docs=write} prints them anew. */
class DocumentsTest {
    private static final boolean WRITE = "write".equals(System.getProperty("somoim.docs"));

    private static final Map<String, Supplier<String>> DOCUMENTS = new TreeMap<>(Map.of(
            "docs/coverage.md", Catalogue::coverage,
            "docs/er-diagram.md", Schema::diagram,
            "docs/personal-data-registry.md", PersonalDataTables::registryText,
            "docs/record-of-processing.md", PersonalDataTables::recordText,
            "docs/errors.md", Errors::text,
            "docs/facts.md", Facts::text,
            "docs/logs.md", LogTable::text,
            "docs/permissions.md", Permissions::text));

    /** Tables inside documents that are otherwise written by hand. */
    private static final Map<String, Supplier<String>> TABLES = Map.of(
            "docs/configuration.md", Configuration::table,
            "docs/http.md", RouteTable::text,
            "docs/metrics.md", Numbers::tables,
            "docs/privacy.md", PlanTable::text,
            "docs/profiles.md", Privacy::table);

    @TestFactory
    @Covers("DOC-4")
    Stream<DynamicTest> aPrintedDocumentSaysWhatTheCodeSays() {
        return DOCUMENTS.entrySet().stream()
                .map(document -> dynamicTest(
                        document.getKey(),
                        () -> compare(document.getKey(), document.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> aPrintedTableSaysWhatTheCodeSays() {
        return TABLES.entrySet().stream()
                .map(table -> dynamicTest(
                        table.getKey(),
                        () -> compare(
                                table.getKey(),
                                withTable(
                                        Sources.text(Sources.file(table.getKey())),
                                        table.getValue().get()))));
    }

    private static String withTable(String document, String table) {
        String begin = "<!-- printed -->\n";
        String end = "<!-- end -->\n";
        assertThat(document).containsOnlyOnce(begin).containsOnlyOnce(end);
        return document.substring(0, document.indexOf(begin) + begin.length())
                + table
                + document.substring(document.indexOf(end));
    }

    private static void compare(String name, String wanted) throws IOException {
        Path file = Sources.file(name);
        if (WRITE) {
            Files.writeString(file, wanted);
        }
        assertThat(file)
                .as(
                        "%s is printed from the code and no longer says the same. Run: mvn verify -Dsomoim.docs=write",
                        name)
                .hasContent(wanted);
    }
}
