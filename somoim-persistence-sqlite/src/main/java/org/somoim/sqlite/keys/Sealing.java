package org.somoim.sqlite.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 *       accounts.email}; the row is named by its key; {@code person} is whose key is used, or null for the library's own,
 *       which is also used for someone whose key was destroyed.
 *   <li>{@code somoim_open(place, row, person, sealed)} gives the text back; null if it was sealed under a key that has been
 *       destroyed. What was changed, or moved to another place, row or person, does not open: the statement fails.
 *   <li>{@code somoim_mark(address)} gives what to look an address up by: the same for the same address, and nothing to guess
 *       it from without the key. An address that cannot be read any more is written as its mark
 *       {@code @unreadable.invalid}, so that what else was kept of it can still be found and removed.
 * </ul>
 *
 * <p>The file and its journal, and every copy, hold the sealed form only. Not for use in indexes or views: these are for the
 * library's own connections.
 */
public final class Sealing {
    private static final String MAC = "HmacSHA256";

    /** What is left of an address that cannot be read any more: its mark, written as one. */
    private static final Pattern UNREADABLE = Pattern.compile("([0-9a-f]{64})@unreadable\\.invalid");

    private final KeyCabinet cabinet;
    private final Aes own;
    /** To be copied: to look for a provider and to take in the key takes longer than a mark. */
    private final Mac marking;

    public Sealing(KeyCabinet cabinet) {
        this.cabinet = cabinet;
        this.own = new Aes(cabinet.own("values"));
        this.marking = marking(cabinet.own("marks"));
    }

    /** Makes the functions known to a connection of the driver's. Again, and it changes nothing. */
    public void on(Connection connection) throws SQLException {
        Function.create(connection, "somoim_seal", new Seal(), 4, 0);
        Function.create(connection, "somoim_open", new Open(), 4, 0);
        Function.create(connection, "somoim_mark", new Mark(), 1, Function.FLAG_DETERMINISTIC);
    }

    byte[] seal(String place, byte[] row, byte @Nullable [] person, String text) {
        return key(person).orElse(own).seal(text.getBytes(StandardCharsets.UTF_8), bound(place, row, person));
    }

    Optional<String> open(String place, byte[] row, byte @Nullable [] person, byte[] sealed) {
        byte[] where = bound(place, row, person);
        Optional<Aes> key = key(person);
        if (key.isPresent()) {
            return Optional.of(new String(key.get().open(sealed, where), StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(new String(own.open(sealed, where), StandardCharsets.UTF_8));
        } catch (SealBroken fromBefore) {
            return Optional.empty();
        }
    }

    byte[] mark(String address) {
        Matcher unreadable = UNREADABLE.matcher(address);
        if (unreadable.matches()) {
            return HexFormat.of().parseHex(unreadable.group(1));
        }
        try {
            return ((Mac) marking.clone()).doFinal(address.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform copies what works out HmacSHA256", e);
        }
    }

    private static Mac marking(byte[] key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac;
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
                error(e.getClass().getSimpleName() + " in " + place() + ": " + e.getMessage());
            }
        }

        abstract void run() throws SQLException;

        private String place() throws SQLException {
            return args() > 1 ? value_text(0) : "a mark";
        }
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

    private final class Mark extends Named {
        @Override
        void run() throws SQLException {
            String address = value_text(0);
            if (address == null) {
                result();
            } else {
                result(mark(address));
            }
        }
    }
}
