package org.somoim.sqlite.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * AES-256-GCM under one key, each time with 96 bits of chance for a nonce. One key is used for one person's few values, so
 * that chance does not repeat (NIST SP 800-38D section 8.3 bounds it at 2^32 uses). Safe between threads.
 */
final class Aes {
    private final AesGcmJce aes;

    /** @param key 32 bytes */
    Aes(byte[] key) {
        try {
            aes = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @param place what it is and where it belongs; it opens with the same only */
    byte[] seal(byte[] plain, byte[] place) {
        try {
            return aes.encrypt(plain, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws SealBroken if it was changed or moved, or sealed under another key */
    byte[] open(byte[] sealed, byte[] place) {
        try {
            return aes.decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("a sealed value does not open", e);
        }
    }
}
