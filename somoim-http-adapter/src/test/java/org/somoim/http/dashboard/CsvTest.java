package org.somoim.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.http.wire.Json;

class CsvTest {
    private static String row(Object value) {
        byte[] json = Json.write(List.of(Map.of("a", value, "b", 1)));
        return new String(Csv.rows(List.of("a", "b"), Json.read(json)), StandardCharsets.UTF_8);
    }

    @Test
    void cellsAreQuotedAsRfc4180Says() {
        assertThat(row("plain")).isEqualTo("plain,1\r\n");
        assertThat(row("one, two")).isEqualTo("\"one, two\",1\r\n");
        assertThat(row("say \"so\"")).isEqualTo("\"say \"\"so\"\"\",1\r\n");
        assertThat(row("two\nlines")).isEqualTo("\"two\nlines\",1\r\n");
        assertThat(row("")).isEqualTo(",1\r\n");
        assertThat(row("한글 🙂")).isEqualTo("한글 🙂,1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", "\r=1+1", "  =1+1", "＝1+1", "\n@x"})
    void whatASpreadsheetWouldReckonIsText(String formula) {
        assertThat(row(formula)).startsWith("\"'" + formula.replace("\"", "\"\""));
    }

    @Test
    void numbersStayNumbersAndWhatIsMissingIsEmpty() {
        assertThat(row(-5)).isEqualTo("-5,1\r\n");
        assertThat(row(true)).isEqualTo("true,1\r\n");
        byte[] missing = Json.write(List.of(Map.of("b", 2)));
        assertThat(new String(Csv.rows(List.of("a", "b"), Json.read(missing)), StandardCharsets.UTF_8))
                .isEqualTo(",2\r\n");
    }

    @Test
    void listsInACellAreJsonAndCannotBreakOut() {
        assertThat(row(List.of("a,b", "\"c\""))).isEqualTo("\"[\"\"a,b\"\",\"\"\\\"\"c\\\"\"\"\"]\",1\r\n");
    }
}
