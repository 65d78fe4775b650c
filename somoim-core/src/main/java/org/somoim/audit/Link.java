package org.somoim.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;

/**
 * An entry as it lies in a store, whether or not it makes sense: bytes, so that whatever somebody may have put there can be
 * read.
 *
 * @param at milliseconds since 1970 UTC
 * @param who a {@link Who.Kind}, in ASCII
 * @param whoUserId 16 bytes, or null
 * @param deed a {@link Deed}, in ASCII
 * @param userId whom it is about: 16 bytes, or null
 * @param thingId 16 bytes, or null
 * @param previous 64 lower-case hexadecimal digits, in ASCII
 * @param hash likewise
 */
public record Link(
        long number,
        long at,
        byte[] who,
        byte @Nullable [] whoUserId,
        byte[] deed,
        byte @Nullable [] userId,
        byte @Nullable [] thingId,
        byte[] previous,
        byte[] hash) {
    private static final String FORMAT = "somoim audit entry 1";

    public static Link of(Entry entry) {
        return new Link(
                entry.number(),
                entry.at().toEpochMilli(),
                ascii(entry.who().kind().name()),
                bytes(entry.who().id()),
                ascii(entry.deed().name()),
                bytes(entry.about()),
                bytes(entry.thing()),
                ascii(entry.previous().hex()),
                ascii(entry.hash().hex()));
    }

    /**
     * What its own hash must be: SHA-256 over these fields, one after the other, each behind its length in bytes as four bytes,
     * the highest first; where there is nothing, the length is -1.
     *
     * <ol>
     *   <li>the words {@value #FORMAT}
     *   <li>the number, as eight bytes, the highest first
     *   <li>the milliseconds since 1970 UTC, likewise
     *   <li>the kind of who did it, such as {@code PERSON}
     *   <li>their id, as 16 bytes
     *   <li>the deed, such as {@code MEMBER_BANNED}
     *   <li>the id of the person it is about, as 16 bytes
     *   <li>the id of the thing it is about, as 16 bytes
     *   <li>the hash before it, as 64 lower-case hexadecimal digits
     * </ol>
     */
    Digest digest() {
        return sha256(fields(Stream.of(
                Optional.of(ascii(FORMAT)),
                Optional.of(eightBytes(number)),
                Optional.of(eightBytes(at)),
                Optional.of(who),
                Optional.ofNullable(whoUserId),
                Optional.of(deed),
                Optional.ofNullable(userId),
                Optional.ofNullable(thingId),
                Optional.of(previous))));
    }

    boolean isAfter(Head before) {
        return number == before.entries() + 1
                && Arrays.equals(previous, ascii(before.hash().hex()));
    }

    boolean isWhole() {
        return Arrays.equals(hash, ascii(digest().hex()));
    }

    /** Each after its length, so that no two lists read alike; one that is not there has the length -1. */
    static byte[] fields(Stream<Optional<byte[]>> fields) {
        var out = new ByteArrayOutputStream();
        fields.forEach(field -> {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(field.map(bytes -> bytes.length).orElse(-1))
                    .array());
            field.ifPresent(out::writeBytes);
        });
        return out.toByteArray();
    }

    static byte[] eightBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte @Nullable [] bytes(@Nullable Id<?> id) {
        return id == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.value().getMostSignificantBits())
                        .putLong(id.value().getLeastSignificantBits())
                        .array();
    }

    private static Digest sha256(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
