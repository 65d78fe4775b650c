package org.somoim.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;

/** Pages of our own: files by name, read once. They load nothing from elsewhere and hold no script of their own. */
public final class Pages {
    /**
     * What goes with every page, for hosts with pages of their own. No page may turn text into HTML or script, not even by
     * mistake: trusted types are required, and there are none.
     */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=()",
            // Asked for again each time, which costs next to nothing; not kept by anything between.
            "Cache-Control",
            "private, no-cache");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final Map<String, File> files = new LinkedHashMap<>();

    /** @param packed the same by gzip, and so with a tag of its own */
    private record File(Answer plain, Answer packed) {}

    /**
     * @param place whose package holds the files
     * @param names such as {@code index.html}; their endings say what they are
     */
    public Pages(Class<?> place, Iterable<String> names) {
        for (String name : names) {
            files.put(name, read(place, name));
        }
    }

    /**
     * A file.
     *
     * @param status of the answer, unless the caller knows the file already
     */
    public Optional<Answer> answer(Call call, String name, int status) {
        File file = files.get(name);
        if (file == null) {
            return Optional.empty();
        }
        Answer found = Compression.isTaken(call) ? file.packed() : file.plain();
        Answer answer = new Answer(status, found.headers(), found.body());
        boolean isKnown = status == 200
                && call.header("if-none-match")
                        .filter(known -> Etags.match(known, answer, true))
                        .isPresent();
        if (isKnown) {
            return Optional.of(Answers.notModified(answer));
        }
        return Optional.of(call.method().equals("HEAD") ? Answers.withoutBody(answer) : answer);
    }

    private static File read(Class<?> place, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = place.getResourceAsStream(name)) {
            if (in == null || type == null) {
                throw new IllegalArgumentException(name + " is no file beside " + place.getSimpleName());
            }
            byte[] bytes = in.readAllBytes();
            return new File(
                    answer(type, bytes),
                    answer(type, Compression.gzip(bytes, Deflater.DEFAULT_COMPRESSION))
                            .with("Content-Encoding", "gzip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String type, byte[] bytes) {
        var headers = new LinkedHashMap<>(HEADERS);
        headers.put("Content-Type", type);
        headers.put("Content-Length", Integer.toString(bytes.length));
        headers.put("Vary", "Accept-Encoding");
        headers.put("ETag", Etags.of(bytes));
        return new Answer(200, headers, bytes);
    }
}
