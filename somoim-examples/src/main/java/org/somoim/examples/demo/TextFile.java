package org.somoim.examples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in UTF-8, line by line, that can say where in it something is wrong.
 *
 * @param name of the file, for those who have to correct it
 */
record TextFile(String name, List<String> lines) {

    /** @param name of a resource beside this class */
    static TextFile read(String name) {
        try (InputStream in = TextFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no file " + name + " beside " + TextFile.class.getName());
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TextFile of(String name, String text) {
        return new TextFile(name, text.lines().toList());
    }

    /**
     * What to throw for a mistake.
     *
     * @param index of the line, counted from 0; the message counts from 1, as editors do
     */
    IllegalArgumentException mistake(int index, String what, @Nullable Throwable cause) {
        return new IllegalArgumentException(name + ":" + (index + 1) + ": " + what, cause);
    }
}
