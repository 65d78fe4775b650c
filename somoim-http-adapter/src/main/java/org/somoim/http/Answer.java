package org.somoim.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, ready to be sent.
 *
 * @param headers by name, in order
 * @param body not copied; to be left alone; empty for HEAD, whose {@code Content-Length} may say otherwise
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** The same with one more header, or another value for it. */
    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    Answer with(Map<String, String> defaults) {
        var more = new LinkedHashMap<>(defaults);
        more.putAll(headers);
        return new Answer(status, more, body);
    }
}
