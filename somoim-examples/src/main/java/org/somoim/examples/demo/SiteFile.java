package org.somoim.examples.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the demo's pages, ready to be sent.
 *
 * @param bytes not copied; to be left alone
 * @param packed the same by gzip; not copied, to be left alone
 * @param tag names {@code bytes}
 * @param packedTag names {@code packed}
 */
record SiteFile(String mediaType, byte[] bytes, byte[] packed, String tag, String packedTag) {
    /** Below the folder {@code site}: no dots but the one before the ending, so nothing leads out of it. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]{1,40}/){0,3}[a-z0-9-]{1,40}\\.([a-z]{2,4})");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    /** @param name such as {@code pages/home.js}; whatever else it is, nothing is found */
    static Optional<SiteFile> find(String name) {
        Matcher matcher = NAME.matcher(name);
        String mediaType = matcher.matches() ? MEDIA_TYPES.get(matcher.group(1)) : null;
        byte[] bytes = mediaType == null ? null : read(name);
        if (mediaType == null || bytes == null) {
            return Optional.empty();
        }
        byte[] packed = packed(bytes);
        return Optional.of(new SiteFile(mediaType, bytes, packed, tag(bytes), tag(packed)));
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream in = SiteFile.class.getResourceAsStream("site/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"'
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22)
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
