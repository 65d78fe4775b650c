package org.somoim.accounts.bcrypt;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key kept outside the database, without which stolen password hashes cannot be guessed at. Whoever loses it locks
 * everyone out. {@link #toString()} shows only the id.
 */
public final class Pepper {
    /** In bytes. */
    public static final int LEAST = 32;

    private static final String HMAC = "HmacSHA256";

    /** No password begins with a NUL, so this is not the digest of one. */
    private static final String ID = "\0pepper id";

    private final SecretKeySpec key;
    private final String id;

    /** @param secret at least {@value #LEAST} bytes from a cryptographically strong source; copied */
    public Pepper(byte[] secret) {
        if (secret.length < LEAST) {
            throw new IllegalArgumentException("The password pepper has " + secret.length + " bytes; it needs at least "
                    + LEAST + " random ones, for example from `openssl rand -base64 32`.");
        }
        key = new SecretKeySpec(secret, HMAC);
        id = HexFormat.of().formatHex(mac(ID), 0, 4);
    }

    /** Eight hexadecimal digits that tell peppers apart and give nothing of them away. Kept with each hash. */
    public String id() {
        return id;
    }

    /** HMAC-SHA-256 of the text in UTF-8: 32 bytes. */
    byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256 and takes any key for it", e);
        }
    }

    @Override
    public String toString() {
        return "Pepper(" + id + ")";
    }
}
