package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.architecture.Sources;

/** A host that depends on {@code somoim-persistence-sqlite} and nothing else, with the class path that Maven gives it. */
class MinimalHostTest {
    private static final Path SQLITE = Sources.file("somoim-persistence-sqlite/target");

    @TempDir
    Path folder;

    private List<Path> library;

    @BeforeEach
    void readTheClassPath() {
        Path file = SQLITE.resolve("minimal-host.classpath");
        assertThat(file)
                .as("written by Maven when it tests somoim-persistence-sqlite")
                .exists();
        library = Stream.concat(
                        Stream.of(SQLITE.resolve("classes")),
                        Stream.of(Sources.text(file).strip().split(File.pathSeparator))
                                .map(Path::of))
                .toList();
        assertThat(library).allMatch(Files::exists);
    }

    @Test
    void noContainerNoWebServerAndNoJsonLibraryIsNeeded() throws IOException {
        try (var host = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            assertThat(loads(host, "org.somoim.sqlite.Sqlite")).isTrue();
            assertThat(List.of(
                            "com.google.inject.Injector",
                            "com.google.common.collect.ImmutableList",
                            "org.eclipse.jetty.server.Server",
                            "com.fasterxml.jackson.core.JsonParser",
                            "com.fasterxml.jackson.databind.ObjectMapper",
                            "com.auth0.jwt.JWT",
                            "org.springframework.context.ApplicationContext",
                            "ch.qos.logback.classic.Logger"))
                    .noneMatch(name -> loads(host, name));
        }
        System.out.printf("A minimal host has %d jars of %.1f MB.%n", library.size(), size() / 1e6);
    }

    @Test
    @Covers("API-8")
    void theQuickStartRunsOnThatAlone() throws IOException, InterruptedException {
        List<String> output = run("org.somoim.examples.QuickStart", folder.resolve("community.db"));

        assertThat(output).last().asString().contains("Post");
        assertThat(folder.resolve("community.db")).isNotEmptyFile();
    }

    /** In a JVM of its own, on the library and the one example. */
    private List<String> run(String example, Path argument) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> classPath = new ArrayList<>(List.of(copied(example).toString()));
        library.forEach(entry -> classPath.add(entry.toString()));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-classpath",
                        String.join(File.pathSeparator, classPath),
                        example,
                        argument.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The example without the others, some of which need more. */
    private Path copied(String example) throws IOException {
        String name = example.replace('.', '/') + ".class";
        Path copy = folder.resolve("example").resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream original = QuickStart.class.getResourceAsStream("/" + name)) {
            assertThat(original).isNotNull();
            Files.copy(original, copy);
        }
        return folder.resolve("example");
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : library) {
            urls.add(entry.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static boolean loads(ClassLoader host, String name) {
        try {
            Class.forName(name, false, host);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private long size() {
        return library.stream()
                .flatMap(entry -> Files.isDirectory(entry) ? Sources.under(entry).stream() : Stream.of(entry))
                .mapToLong(file -> file.toFile().length())
                .sum();
    }
}
