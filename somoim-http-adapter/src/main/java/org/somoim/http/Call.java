package org.somoim.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in, nothing of it checked.
 *
 * @param path raw, percent-encoded, below {@code mount}, beginning with a slash
 * @param query raw, without the question mark, or null if there is none
 * @param headers by name; case does not matter; several of one name joined by a comma
 * @param body not copied; to be left alone
 * @param origin network address that it came from, or empty if that is not known
 * @param mount where the router is mounted in its host, such as {@code /community}; empty if at the root
 */
public record Call(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        byte[] body,
        String origin,
        String mount) {

    public Call {
        var byName = new TreeMap<String, String>();
        headers.forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value));
        headers = byName;
    }

    /** @param name in lower case */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Call asGet() {
        return new Call("GET", path, query, headers, body, origin, mount);
    }
}
