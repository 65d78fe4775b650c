package org.somoim.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes secrets that stand for a right: whoever holds one may use it. Stores keep only a digest. */
public final class Secrets {
    private static final int BYTES = 32;

    private final RandomGenerator random;

    /** @param random cryptographically strong outside tests */
    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** 256 bits of chance, as 43 characters of the URL-safe Base64 alphabet. */
    public Secret next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A secret in the clear. Shown once to whom it is for; {@link #toString()} hides it. */
    public record Secret(String value) {

        /** SHA-256 in lower-case hexadecimal. A secret has 256 bits of chance, so no salt and no slow hash is needed. */
        public Digest digest() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
                return new Digest(HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** What is kept of a secret: enough to know it again, not enough to use it. */
    public record Digest(String hex) {}
}
