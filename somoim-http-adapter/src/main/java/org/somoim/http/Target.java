package org.somoim.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.WireReason;

/**
 * What a call is aimed at, decoded. Stricter than a web server need be: whatever two programs might read differently is
 * refused.
 *
 * @param path decoded; no segment is empty, save the last, or a dot or two
 * @param query decoded; no name twice
 */
record Target(String path, Map<String, String> query) {
    private static final int LONGEST_PATH = 2_000;
    private static final int LONGEST_QUERY = 4_000;

    /** What RFC 3986 lets stand in a path, without parameters after a semicolon. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@/%-]*");

    static Target of(Call call) {
        if (call.path().length() > LONGEST_PATH
                || call.query() != null && call.query().length() > LONGEST_QUERY) {
            throw WireReason.PATH_TOO_LONG.refuse();
        }
        return new Target(path(call.path()), query(call.query()));
    }

    private static String path(String raw) {
        if (!PATH.matcher(raw).matches()) {
            throw WireReason.BAD_PATH.refuse();
        }
        List<String> segments = Stream.of(raw.substring(1).split("/", -1))
                .map(segment -> decoded(segment, WireReason.BAD_PATH))
                .toList();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.isEmpty() && !last || segment.equals(".") || segment.equals("..")) {
                throw WireReason.BAD_PATH.refuse();
            }
            if (segment.chars().anyMatch(c -> c == '/' || c == '\\' || c == ';' || Character.isISOControl(c))) {
                throw WireReason.BAD_PATH.refuse();
            }
        }
        return segments.stream().collect(Collectors.joining("/", "/", ""));
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new LinkedHashMap<String, String>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw WireReason.BAD_QUERY.refuse();
            }
            String name = decoded(pair.substring(0, equals).replace("+", "%20"), WireReason.BAD_QUERY);
            String value = decoded(pair.substring(equals + 1).replace("+", "%20"), WireReason.BAD_QUERY);
            if (query.put(name, value) != null) {
                throw WireReason.REPEATED_PARAMETER.refuse();
            }
        }
        return query;
    }

    /** Strict: {@link java.net.URLDecoder} puts a replacement character where the bytes are not UTF-8. */
    private static String decoded(String raw, WireReason malformed) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c >= 127) {
                throw malformed.refuse();
            }
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            if (i + 2 >= raw.length() || digit(raw, i + 1) < 0 || digit(raw, i + 2) < 0) {
                throw malformed.refuse();
            }
            bytes.put((byte) (digit(raw, i + 1) * 16 + digit(raw, i + 2)));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed.refuse();
        }
    }

    private static int digit(String raw, int at) {
        char c = raw.charAt(at);
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
