package org.somoim.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Strong entity tags: the SHA-256 of a body, so that equal bodies have equal tags wherever they were made. A body that was
 * made shorter has the tag of what it was, with a word behind it.
 */
final class Etags {
    private static final String COMPRESSED = "-gzip";

    private Etags() {}

    static String of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The tag of the same body made shorter. */
    static String compressed(String tag) {
        return tag.substring(0, tag.length() - 1) + COMPRESSED + '"';
    }

    /**
     * Whether the tag of {@code answer}, as it is or made shorter, is among those in a header: either says that its holder
     * has seen what is there now.
     */
    static boolean isSeen(String header, Answer answer) {
        String tag = answer.headers().get("ETag");
        return match(header, answer, false)
                || tag != null && match(header, answer.with("ETag", compressed(tag)), false);
    }

    /**
     * Whether the tag of {@code answer} is among those in a header.
     *
     * @param weakly whether {@code W/"x"} counts as {@code "x"}, as it does for reading but not for changing
     */
    static boolean match(String header, Answer answer, boolean weakly) {
        String tag = answer.headers().get("ETag");
        if (tag == null) {
            return false;
        }
        // Our own tags hold no comma, so what a comma tears apart was none of them.
        return header.strip().equals("*")
                || Stream.of(header.split(","))
                        .map(String::strip)
                        .map(one -> weakly && one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(tag::equals);
    }
}
