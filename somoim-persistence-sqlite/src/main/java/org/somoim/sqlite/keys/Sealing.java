package org.somoim.sqlite.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.sqlite.Function;

/**
 * Seals what is most personal before it gets into the file, and opens it on the way out, by functions that statements call:
 *
 * <ul>
 *   <li>{@code somoim_seal(place, row, person, text)} gives what is kept. A place is a table and a column, such as {@code
 *       accounts.email}; the row is named by its key; {@code person} is whose key is used, or null for the library's own.
 *   <li>{@code somoim_open(place, row, person, sealed)} gives the text back; null if the person's key was destroyed. What was
 *       changed, or moved to another place, row or person, does not open: the statement fails.
 *   <li>{@code somoim_blind(place, text)} gives what to look the text up by: the same for the same text, and nothing to guess
 *       it from without the key.
 * </ul>
 *
 * <p>The file and its journal, and every copy, hold the sealed form only. Not for use in indexes or views: these are for the
 * library's own connections.
 */
public final class Sealing {
    private static final String MAC = "HmacSHA256";

    private final KeyCabinet cabinet;
    private final Aes own;
    private final SecretKeySpec blind;

    public Sealing(KeyCabinet cabinet) {
        this.cabinet = cabinet;
        this.own = new Aes(cabinet.own("values"));
        this.blind = new SecretKeySpec(cabinet.own("blind-index"), MAC);
    }

    /** Makes the functions known to a connection of the driver's. Again, and it changes nothing. */
    public void on(Connection connection) throws SQLException {
        Function.create(connection, "somoim_seal", new Seal(), 4, 0);
        Function.create(connection, "somoim_open", new Open(), 4, 0);
        Function.create(connection, "somoim_blind", new Blind(), 2, Function.FLAG_DETERMINISTIC);
    }

    byte[] seal(String place, byte[] row, byte @Nullable [] person, String text) {
        return key(person)
                .orElseThrow(() -> new IllegalStateException("the key of this person was destroyed"))
                .seal(text.getBytes(StandardCharsets.UTF_8), bound(place, row, person));
    }

    Optional<String> open(String place, byte[] row, byte @Nullable [] person, byte[] sealed) {
        return key(person).map(key -> new String(key.open(sealed, bound(place, row, person)), StandardCharsets.UTF_8));
    }

    byte[] blind(String place, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(blind);
            mac.update(place.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256 and takes any key for it", e);
        }
    }

    private Optional<Aes> key(byte @Nullable [] person) {
        return person == null ? Optional.of(own) : cabinet.ofPerson(id(person));
    }

    private static Id<User> id(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Id<>(new UUID(in.getLong(), in.getLong()));
    }

    /** Each part after its length, so that no two places read alike. */
    private static byte[] bound(String place, byte[] row, byte @Nullable [] person) {
        var out = new ByteArrayOutputStream();
        for (byte[] part :
                new byte[][] {place.getBytes(StandardCharsets.US_ASCII), row, person == null ? new byte[0] : person}) {
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** What a function throws becomes the failure of the statement; the message must hold no text of people's. */
    private abstract static class Named extends Function {
        @Override
        protected final void xFunc() throws SQLException {
            try {
                run();
            } catch (RuntimeException e) {
                error(e.getClass().getSimpleName() + " at " + value_text(0) + ": " + e.getMessage());
            }
        }

        abstract void run() throws SQLException;
    }

    private final class Seal extends Named {
        @Override
        void run() throws SQLException {
            String text = value_text(3);
            if (text == null) {
                result();
            } else {
                result(seal(value_text(0), value_blob(1), value_blob(2), text));
            }
        }
    }

    private final class Open extends Named {
        @Override
        void run() throws SQLException {
            byte[] sealed = value_blob(3);
            Optional<String> text = sealed == null
                    ? Optional.empty()
                    : Sealing.this.open(value_text(0), value_blob(1), value_blob(2), sealed);
            if (text.isPresent()) {
                result(text.get());
            } else {
                result();
            }
        }
    }

    private final class Blind extends Named {
        @Override
        void run() throws SQLException {
            String text = value_text(1);
            if (text == null) {
                result();
            } else {
                result(blind(value_text(0), text));
            }
        }
    }
}
