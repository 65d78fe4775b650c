package org.somoim.audit;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.somoim.kernel.Secrets.Digest;

/**
 * Seals the head of a chain. Kept outside the store: whoever can write to the store and does not have the key can hash a
 * chain of their own making, and cannot seal it.
 */
public final class AuditKey {
    private static final String HMAC = "HmacSHA256";
    private static final String FORMAT = "somoim audit head 1";
    private static final int LEAST = 32;

    private final SecretKeySpec key;

    /** @param secret at least 32 bytes from a cryptographically strong source; copied */
    public AuditKey(byte[] secret) {
        if (secret.length < LEAST) {
            throw new IllegalArgumentException("The key of the audit log has " + secret.length
                    + " bytes; it needs at least " + LEAST + " random ones.");
        }
        key = new SecretKeySpec(secret, HMAC);
    }

    SealedHead seal(Head head) {
        return new SealedHead(head.entries(), head.hash(), sealOf(head));
    }

    boolean isSealed(SealedHead kept) {
        return kept.seal().equals(sealOf(kept.head()));
    }

    /** HMAC-SHA-256 over the format's name, the number as eight bytes and the hash, each behind its length as in {@link Link#digest}. */
    private Digest sealOf(Head head) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] sealed = mac.doFinal(Link.fields(Stream.of(
                            Link.ascii(FORMAT),
                            Link.eightBytes(head.entries()),
                            Link.ascii(head.hash().hex()))
                    .map(Optional::of)));
            return new Digest(HexFormat.of().formatHex(sealed));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256 and takes any key for it", e);
        }
    }

    @Override
    public String toString() {
        return "AuditKey";
    }
}
