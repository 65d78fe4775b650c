package org.somoim.examples.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.somoim.http.wire.View;

/** The letters that lie in the demo's mail folder instead of being sent. */
final class Postbox {
    private static final String END = "\r\n";

    private final Path folder;

    /** @param folder need not be there */
    Postbox(Path folder) {
        this.folder = folder;
    }

    /** @param writtenAt in milliseconds since 1970, by the real clock */
    record LetterView(long writtenAt, String text) implements View {}

    /** The last one first. */
    List<LetterView> lettersTo(String email) throws IOException {
        List<LetterView> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder, "letter-*.eml")) {
            for (Path one : letters) {
                String letter = read(one);
                if (letter.contains(END + "To: <" + email + ">" + END)) {
                    found.add(new LetterView(Files.getLastModifiedTime(one).toMillis(), text(letter)));
                }
            }
        } catch (NoSuchFileException e) {
            // Swept away meanwhile.
        }
        found.sort(Comparator.comparing(LetterView::writtenAt).reversed());
        return found;
    }

    private static String read(Path letter) throws IOException {
        return Files.readString(letter, StandardCharsets.US_ASCII);
    }

    private static String text(String letter) {
        String body = letter.substring(letter.indexOf(END + END)).strip();
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }
}
