package org.somoim.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Writing;

/**
 * A response, ready to be sent.
 *
 * @param headers by name, in order
 * @param body not copied; to be left alone; empty for HEAD, whose {@code Content-Length} may say otherwise
 * @param rest what comes after {@code body} and is written while it is being read, or null if that is all
 */
public record Answer(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Writing rest) {

    /** One whose body is whole. */
    public Answer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, null);
    }

    /** Writes the body out, all of it. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(body);
        if (rest != null) {
            rest.to(out);
        }
    }

    /** The body, all of it, in memory: for hosts that cannot write while they read. */
    public byte[] whole() {
        if (rest == null) {
            return body;
        }
        var out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same with one more header, or another value for it. */
    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, rest);
    }

    Answer with(Map<String, String> defaults) {
        var more = new LinkedHashMap<>(defaults);
        more.putAll(headers);
        return new Answer(status, more, body, rest);
    }
}
