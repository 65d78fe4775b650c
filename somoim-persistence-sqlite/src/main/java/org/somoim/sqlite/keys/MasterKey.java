package org.somoim.sqlite.keys;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** The key that the other keys are wrapped under. {@link #toString()} shows only its id. */
final class MasterKey {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    private final String id;
    private final Aes aes;

    MasterKey(byte[] secret) {
        id = HexFormat.of().formatHex(derived(secret, "somoim master key id", ID_BYTES));
        aes = new Aes(derived(secret, "somoim key wrapping", BYTES));
    }

    /** Tells keys apart, and gives nothing of them away. */
    String id() {
        return id;
    }

    /** @param name whose key it is; one wrapped under another name does not open */
    byte[] wrap(byte[] key, byte[] name) {
        return aes.seal(key, name);
    }

    /** @throws SealBroken if it was not wrapped with this key under this name */
    byte[] unwrap(byte[] wrapped, byte[] name) {
        return aes.open(wrapped, name);
    }

    private static byte[] derived(byte[] secret, String use, int bytes) {
        try {
            return Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], use.getBytes(StandardCharsets.US_ASCII), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey(" + id + ")";
    }
}
