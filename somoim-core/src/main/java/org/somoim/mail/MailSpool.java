package org.somoim.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Puts letters into a folder instead of sending them, each a file of its own that mail programs open ({@code .eml}, RFC
 * 5322). For looking at them, and for a host that sends what lies there. Only the user whom this program runs as can read
 * them; after a week they are removed.
 */
public final class MailSpool implements Mailer {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String END = "\r\n";
    private static final int ENCODED_WORD_BYTES = 42;

    private final Path folder;
    private final Email from;
    private final InstantSource clock;

    /** @param folder made when the first letter comes; its parent must be there */
    public MailSpool(Path folder, Email from, InstantSource clock) {
        this.folder = folder;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public void send(Letter letter) {
        try {
            prepare();
            // Under another name until it is whole, so that nobody takes half a letter.
            Path draft = Files.createTempFile(folder, "letter-", ".draft");
            Files.writeString(draft, text(letter), StandardCharsets.UTF_8);
            String name = draft.getFileName().toString();
            Files.move(
                    draft,
                    folder.resolve(name.substring(0, name.length() - ".draft".length()) + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE);
            sweep();
        } catch (IOException e) {
            throw new UncheckedIOException("the mail folder cannot be written", e);
        }
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            boolean hasPosix =
                    folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (hasPosix) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
    }

    @Override
    public void forget(Email recipient) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder, "letter-*")) {
            for (Path one : letters) {
                if (isTo(recipient, one)) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the mail folder cannot be read", e);
        }
    }

    private static boolean isTo(Email recipient, Path letter) throws IOException {
        try (Stream<String> lines = Files.lines(letter)) {
            return lines.limit(2).anyMatch(line -> line.equals(to(recipient)));
        } catch (NoSuchFileException e) {
            // Somebody has taken it.
            return false;
        }
    }

    private static String to(Email recipient) {
        return "To: <" + recipient.value() + ">";
    }

    private void sweep() throws IOException {
        Instant oldest = clock.instant().minus(KEPT);
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder, "letter-*")) {
            for (Path one : letters) {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (NoSuchFileException e) {
            // Somebody else was quicker.
        }
    }

    private String text(Letter letter) {
        return String.join(
                END,
                "From: <" + from.value() + ">",
                to(letter.to()),
                "Subject: " + encoded(letter.subject().value()),
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(letter.text().value().getBytes(StandardCharsets.UTF_8)),
                "");
    }

    /** RFC 2047: as many encoded words as it takes, none of which ends within a character. */
    private static String encoded(String subject) {
        if (subject.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return subject;
        }
        var words = new StringBuilder();
        var word = new StringBuilder();
        for (int c : subject.codePoints().toArray()) {
            String next = Character.toString(c);
            if (bytes(word + next) > ENCODED_WORD_BYTES) {
                words.append(encodedWord(word.toString())).append(END).append(' ');
                word.setLength(0);
            }
            word.append(next);
        }
        return words.append(encodedWord(word.toString())).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
