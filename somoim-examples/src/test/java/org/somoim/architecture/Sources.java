package org.somoim.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, for rules about what is in the text and for documents that are compared with it. */
public final class Sources {
    private static final List<String> MODULES = List.of(
            "somoim-privacy",
            "somoim-core",
            "somoim-persistence-sqlite",
            "somoim-http-adapter",
            "somoim-examples",
            "somoim-spring-boot-example",
            "somoim-benchmarks",
            "somoim-training");

    private Sources() {}

    /** @throws IllegalStateException if the tests do not run inside the repository */
    public static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (MODULES.stream().map(at::resolve).allMatch(Files::isDirectory)) {
                return at;
            }
        }
        throw new IllegalStateException("The modules " + MODULES + " are not side by side in any folder above "
                + Path.of("").toAbsolutePath()
                + ". Run these tests inside the repository, with all of it checked out.");
    }

    public static Path file(String name) {
        return root().resolve(name);
    }

    /** Every Java file that is compiled for tests, those of the planted tree excepted. */
    public static List<Path> tests() {
        return java("src/test/java").stream()
                .filter(file -> !file.toString().contains("/planted/"))
                .toList();
    }

    /** Every Java file that is shipped or shown. */
    public static List<Path> shipped() {
        return java("src/main/java");
    }

    private static List<Path> java(String folder) {
        return MODULES.stream()
                .map(module -> file(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(tree -> under(tree).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Every file in a folder and below, in the order of its name. */
    public static List<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
