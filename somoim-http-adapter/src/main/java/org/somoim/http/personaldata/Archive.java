package org.somoim.http.personaldata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Json;
import org.somoim.kernel.Word;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Export;
import org.somoim.personaldata.Value;

/**
 * What is kept about a person as one JSON document: a section for each capability, in it one entry for each thing. Written as
 * it comes.
 */
final class Archive {
    private final OutputStream out;
    private @Nullable Word section;
    private boolean isFirst = true;

    Archive(OutputStream to) {
        out = new BufferedOutputStream(to);
    }

    void write(Export export) throws IOException {
        write("{\"sections\":[");
        try {
            export.tell(this::add);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        write((section == null ? "" : "]}") + "]}\n");
        out.flush();
    }

    private void add(Word capability, Excerpt excerpt) {
        try {
            if (!capability.equals(section)) {
                write(section == null ? "" : "]},");
                write("{\"about\":\"" + capability + "\",\"entries\":[");
                section = capability;
                isFirst = true;
            }
            write(isFirst ? "\n" : ",\n");
            isFirst = false;
            out.write(Json.write(entry(excerpt)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> entry(Excerpt excerpt) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", name(excerpt.kind()));
        excerpt.says().forEach((name, value) -> entry.put(name(name), plain(value)));
        return entry;
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        if (value instanceof Value.Number number) {
            return number.value();
        }
        if (value instanceof Value.Truth truth) {
            return truth.value();
        }
        if (value instanceof Value.Time time) {
            return time.value().toString();
        }
        return ((Value.Many) value).values().stream().map(Archive::plain).toList();
    }

    private static String name(Word word) {
        return word.value().replace('-', '_');
    }

    private void write(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }
}
