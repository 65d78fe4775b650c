package org.somoim.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StartFailure;

/**
 * A secret key in a file of its own: 32 random bytes as one line of Base64, readable by its owner only. Keep a copy of the
 * file apart from copies of the database: together they are worth more to a thief than each alone.
 */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * The key in the file, which is made if it is not there. Two starts at once get the same key.
     *
     * @param chance cryptographically strong
     * @throws StartFailure if the file cannot be read or written, or holds something else
     */
    public static byte[] readOrMake(Path file, RandomGenerator chance) {
        try {
            readOrMakeFirst(file, chance);
            return decoded(file, Files.readString(file));
        } catch (IOException e) {
            throw failure("The key file cannot be read or written.", file, e);
        }
    }

    /**
     * The keys in the file, one a line, of which the first is the present one; as {@link #readOrMake} otherwise.
     *
     * @throws StartFailure if the file cannot be read or written, or holds something else
     */
    public static List<byte[]> ring(Path file, RandomGenerator chance) {
        readOrMakeFirst(file, chance);
        try {
            return Files.readString(file)
                    .lines()
                    .map(line -> decoded(file, line))
                    .toList();
        } catch (IOException e) {
            throw failure("The key file cannot be read or written.", file, e);
        }
    }

    /**
     * Replaces what is in the file, all at once.
     *
     * @throws StartFailure if the file cannot be written
     */
    public static void write(Path file, List<byte[]> ring) {
        try {
            Path draft = draft(file, ring);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure("The key file cannot be read or written.", file, e);
        }
    }

    private static void readOrMakeFirst(Path file, RandomGenerator chance) {
        try {
            if (!Files.exists(file)) {
                make(file, chance);
            }
        } catch (IOException e) {
            throw failure("The key file cannot be read or written.", file, e);
        }
    }

    /** Written whole under another name first, so that nobody ever reads half a key. */
    private static Path draft(Path file, List<byte[]> ring) throws IOException {
        String lines = ring.stream()
                .map(key -> Base64.getEncoder().encodeToString(key) + "\n")
                .collect(Collectors.joining());
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", ownerOnly(file));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        return draft;
    }

    private static void make(Path file, RandomGenerator chance) throws IOException {
        byte[] key = new byte[BYTES];
        chance.nextBytes(key);
        Path draft = draft(file, List.of(key));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException someoneElseWasFirst) {
            return;
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] decoded(Path file, String line) {
        try {
            byte[] key = Base64.getDecoder().decode(line.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw failure("The key file does not hold a key.", file, notBase64);
        }
        throw failure("The key file does not hold a key.", file, null);
    }

    private static StartFailure failure(String what, Path file, @Nullable Throwable cause) {
        return new StartFailure(
                what,
                file.toAbsolutePath().toString(),
                "Without the key nobody who has a password can sign in.",
                "Put the file back from a copy, with one line of Base64 that stands for 32 bytes, and let the user whom"
                        + " this program runs as read it.",
                cause);
    }
}
