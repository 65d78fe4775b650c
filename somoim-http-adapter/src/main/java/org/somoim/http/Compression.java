package org.somoim.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes answers shorter on the way, for callers who take gzip.
 *
 * <p>How short an answer becomes tells whoever sees only its length something of what is in it. Where a page from elsewhere
 * can make a browser ask, and has a say in the answer, a secret in it can be guessed bit by bit (BREACH). So only answers to
 * questions are made shorter: secrets are given out by changes, once. Nor is any where the host says who is calling, for
 * that may rest on a cookie, which browsers send by themselves.
 */
final class Compression {
    /** In bytes. What is shorter goes in one packet either way. */
    static final int LEAST = 1_024;

    private static final String GZIP = "gzip";
    private static final Pattern TAKES_GZIP =
            Pattern.compile("(?:^|,)\\s*gzip\\s*(?:,|$|;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$)))", Pattern.CASE_INSENSITIVE);

    private Compression() {}

    static boolean isTaken(Call call) {
        return call.header("accept-encoding")
                .filter(taken -> TAKES_GZIP.matcher(taken).find())
                .isPresent();
    }

    /** Whether it is worth it. */
    static boolean isLong(Answer answer) {
        return answer.body().length >= LEAST;
    }

    /** The headers of the same answer made shorter, with a tag of its own; the body is still as it was. */
    static Answer announced(Answer answer) {
        String tag = answer.headers().get("ETag");
        Answer announced = answer.with("Content-Encoding", GZIP);
        return tag == null ? announced : announced.with("ETag", Etags.compressed(tag));
    }

    /** What was {@link #announced}, made shorter: quickly rather than as short as can be. */
    static Answer done(Answer announced) {
        byte[] packed = gzip(announced.body(), Deflater.BEST_SPEED);
        return new Answer(announced.status(), announced.headers(), packed)
                .with("Content-Length", Integer.toString(packed.length));
    }

    /** @param level of {@link Deflater} */
    static byte[] gzip(byte[] bytes, int level) {
        var out = new ByteArrayOutputStream(bytes.length / 2);
        try (var packing = new Gzip(out, level)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {
        private static final int BUFFER = 4_096;

        Gzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
