package org.somoim.http.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as RFC 4180 has them, in UTF-8. Begins with a byte order mark, without which spreadsheets take Korean for something
 * else. What people wrote and a spreadsheet would reckon is made text by an apostrophe in front.
 */
final class Csv {
    static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

    private static final String MARK = "\uFEFF";
    /** Also as they are in full width, which some spreadsheets take for the same. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    static byte[] head(List<String> columns) {
        return (MARK + row(columns)).getBytes(StandardCharsets.UTF_8);
    }

    /** @param rows a list of objects; what is not among the columns is left out */
    static byte[] rows(List<String> columns, JsonNode rows) {
        var text = new StringBuilder();
        rows.forEach(one -> text.append(
                row(columns.stream().map(column -> cell(one.path(column))).toList())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A number stays one, also one below zero. */
    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isNumber() || value.isBoolean()) {
            return value.asText();
        }
        return harmless(value.isTextual() ? value.textValue() : value.toString());
    }

    private static String harmless(String text) {
        String shown = text.stripLeading();
        boolean isReckoned = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
        return isReckoned ? "'" + text : text;
    }

    private static String quoted(String cell) {
        boolean isPlain =
                cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';' || c == '\'')
                        && cell.equals(cell.strip());
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
