package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.kernel.StartFailure;

class KeyFileTest {
    private final SecureRandom chance = new SecureRandom();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("community.key");
    }

    @Test
    void theSameKeyComesBackAndNobodyElseCanReadIt() throws IOException {
        byte[] made = KeyFile.readOrMake(file, chance);

        assertThat(made).hasSize(32);
        assertThat(KeyFile.readOrMake(file, chance)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void startsAtOnceAgreeOnOneKey() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<Byte>> start = () -> {
                List<Byte> key = new ArrayList<>();
                for (byte b : KeyFile.readOrMake(file, chance)) {
                    key.add(b);
                }
                return key;
            };
            List<Future<List<Byte>>> keys =
                    threads.invokeAll(Stream.generate(() -> start).limit(16).toList());
            assertThat(keys).extracting(Future::get).containsOnly(keys.get(0).get());
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a key!", "c2hvcnQ="})
    void whatIsNoKeyIsNeverReplaced(String content) throws IOException {
        Files.writeString(file, content);

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> KeyFile.readOrMake(file, chance))
                .withMessageContaining("community.key")
                .withMessageContaining("Put the file back");
        assertThat(file).hasContent(content);
    }
}
