package org.somoim.kernel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list that is ordered by time and, within a millisecond, by id. Opaque to whoever holds it. It names a
 * place and grants nothing: a list decides anew what its reader may see, wherever it starts.
 *
 * @param at to the millisecond
 */
public record Cursor(Instant at, UUID id) {

    /** The place of something made at {@code at}. Finer than milliseconds is dropped, as stores do. */
    public static Cursor of(Instant at, Id<?> id) {
        return new Cursor(Instant.ofEpochMilli(at.toEpochMilli()), id.value());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws Refusal {@link KernelReason#BAD_CURSOR} for anything else
     */
    public static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == 3 * Long.BYTES) {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                var cursor = new Cursor(Instant.ofEpochMilli(in.getLong()), new UUID(in.getLong(), in.getLong()));
                // Base64 decoders forgive spare bits in the last character; one place has one name.
                if (cursor.toString().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException e) {
            throw KernelReason.BAD_CURSOR.refuse();
        }
        throw KernelReason.BAD_CURSOR.refuse();
    }

    /** 32 characters of the URL-safe Base64 alphabet. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(at.toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
