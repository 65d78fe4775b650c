package org.somoim.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.somoim.kernel.Secrets.Digest;

/**
 * Names for people under which nobody knows them again who does not have the key. The key is kept outside the store: whoever
 * takes the store and not the key cannot tell whose name it is, nor whether two names are one person's.
 *
 * <p>Two kinds. A pseudonym ({@link #of}) is looked for by whoever knows the person: HMAC-SHA-256. A veil ({@link #veil})
 * can be lifted again: one block of AES-256, which is a permutation of ids, over the id masked with what it is veiled under
 * (the construction XEX of Rogaway, ASIACRYPT 2004, without the second mask). Both are the same each time for the same
 * question, and unlike for any other.
 */
public final class Pseudonyms {
    private static final String HMAC = "HmacSHA256";
    private static final int LEAST = 32;

    private final SecretKeySpec marking;
    private final SecretKeySpec masking;
    private final SecretKeySpec veiling;

    /** @param secret at least 32 bytes from a cryptographically strong source */
    public Pseudonyms(byte[] secret) {
        if (secret.length < LEAST) {
            throw new IllegalArgumentException("The key of pseudonyms has " + secret.length
                    + " bytes; it needs at least " + LEAST + " random ones.");
        }
        var key = new SecretKeySpec(secret, HMAC);
        marking = new SecretKeySpec(mac(key, ascii("somoim pseudonyms 1")), HMAC);
        masking = new SecretKeySpec(mac(key, ascii("somoim masks 1")), HMAC);
        veiling = new SecretKeySpec(mac(key, ascii("somoim veils 1")), "AES");
    }

    /**
     * The name of a person for one thing.
     *
     * @param purpose no two uses share one
     * @param thing what else it depends on; text is looked at as it is
     */
    public Digest of(Word purpose, Id<User> person, String... thing) {
        var out = new ByteArrayOutputStream();
        put(out, ascii(purpose.value()));
        put(out, bytes(person));
        for (String part : thing) {
            put(out, part.getBytes(StandardCharsets.UTF_8));
        }
        return new Digest(HexFormat.of().formatHex(mac(marking, out.toByteArray())));
    }

    /** @param under what the person is veiled for; the same person under something else looks like another */
    public <V> Id<V> veil(Id<User> person, Id<?> under) {
        return new Id<>(uuid(block(Cipher.ENCRYPT_MODE, masked(bytes(person), under))));
    }

    /** Reads what {@link #veil} wrote under the same. What was never veiled comes out as nobody's id. */
    public Id<User> unveil(Id<?> veiled, Id<?> under) {
        return new Id<>(uuid(masked(block(Cipher.DECRYPT_MODE, bytes(veiled)), under)));
    }

    private byte[] masked(byte[] id, Id<?> under) {
        byte[] mask = mac(masking, bytes(under));
        byte[] masked = id.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= mask[i];
        }
        return masked;
    }

    /** One block and never more, so that a mode of operation has nothing to do. */
    private byte[] block(int mode, byte[] block) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(mode, veiling);
            return aes.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES and takes 16 bytes for it", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256 and takes any key for it", e);
        }
    }

    /** Behind its length, so that no two questions read alike. */
    private static void put(ByteArrayOutputStream out, byte[] part) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        out.writeBytes(part);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(Id<?> id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }

    @Override
    public String toString() {
        return "Pseudonyms";
    }
}
