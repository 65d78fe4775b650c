package org.somoim.http.tokens;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StartFailure;

/** A key pair on the curve P-256 in a file of its own: two lines of Base64, PKCS #8 and X.509, for its owner only. */
public final class EcKeyFile {
    private EcKeyFile() {}

    /**
     * The pair in the file, which is made if it is not there. Two starts at once get the same pair.
     *
     * @throws StartFailure if the file cannot be read or written, or holds something else
     */
    public static KeyPair readOrMake(Path file, SecureRandom chance) {
        try {
            if (!Files.exists(file)) {
                make(file, chance);
            }
            return pair(Files.readAllLines(file, StandardCharsets.US_ASCII));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw failure(file, e);
        }
    }

    private static void make(Path file, SecureRandom chance) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), chance);
        KeyPair made = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        String lines = base64.encodeToString(made.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(made.getPublic().getEncoded()) + "\n";
        // Written whole under another name first, so that nobody ever reads half a key.
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", ownerOnly(file));
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException someoneElseWasFirst) {
            return;
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

    private static KeyPair pair(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 2) {
            throw new IllegalArgumentException("not two lines");
        }
        KeyFactory keys = KeyFactory.getInstance("EC");
        Base64.Decoder base64 = Base64.getDecoder();
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0)))));
    }

    private static StartFailure failure(Path file, @Nullable Throwable cause) {
        return new StartFailure(
                "The file of the token key pair cannot be used.",
                file.toAbsolutePath().toString(),
                "Without it no access token can be signed, and those that are out cannot be checked.",
                "Put the file back from a copy and let the user whom this program runs as read it; or remove it, which makes"
                        + " a new pair, and everyone's access token is fetched anew.",
                cause);
    }
}
