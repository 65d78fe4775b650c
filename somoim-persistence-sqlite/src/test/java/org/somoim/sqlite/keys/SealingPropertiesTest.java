package org.somoim.sqlite.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.somoim.Covers;

/** What is sealed opens where it was sealed, as it was, and nowhere else. */
@Covers("PRV-4")
class SealingPropertiesTest {
    private static Path folder;
    private static KeyCabinet cabinet;
    private static Sealing sealing;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("somoim-keys");
        cabinet = KeyCabinet.open(folder.resolve("town.db"), null, new SecureRandom());
        sealing = new Sealing(cabinet);
    }

    @AfterContainer
    static void close() throws IOException {
        cabinet.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(200)
                .filter(text -> text.indexOf('\0') < 0 && text.equals(new String(text.getBytes(UTF_8), UTF_8)));
    }

    @Property(tries = 300)
    void everyTextComesBackInItsPlaceOnly(
            @ForAll("texts") String text,
            @ForAll @Size(16) byte[] row,
            @ForAll @Size(16) byte[] person,
            @ForAll @Size(16) byte[] other) {
        byte[] sealed = sealing.seal("accounts.email", row, person, text);

        assertThat(sealing.open("accounts.email", row, person, sealed)).contains(text);
        assertThatThrownBy(() -> sealing.open("accounts.name", row, person, sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> sealing.open("accounts.email", row, null, sealed))
                .isInstanceOf(SealBroken.class);
        if (!Arrays.equals(row, other)) {
            assertThatThrownBy(() -> sealing.open("accounts.email", other, person, sealed))
                    .isInstanceOf(SealBroken.class);
        }
        if (!Arrays.equals(person, other)) {
            assertThatThrownBy(() -> sealing.open("accounts.email", row, other, sealed))
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Property(tries = 300)
    void anyBitThatWasChangedIsNoticed(@ForAll("texts") String text, @ForAll @IntRange(max = 100_000) int where) {
        byte[] row = {1};
        byte[] sealed = sealing.seal("outbox.text", row, null, text);
        sealed[where / 8 % sealed.length] ^= (byte) (1 << where % 8);

        assertThatThrownBy(() -> sealing.open("outbox.text", row, null, sealed)).isInstanceOf(SealBroken.class);
    }

    @Property(tries = 200)
    void theSameTextIsSealedDifferentlyAndMarkedAlike(@ForAll("texts") String text) {
        byte[] row = {1};

        assertThat(sealing.seal("a.b", row, null, text)).isNotEqualTo(sealing.seal("a.b", row, null, text));
        assertThat(sealing.mark(text)).isEqualTo(sealing.mark(text)).hasSize(32);
        assertThat(sealing.mark(HexFormat.of().formatHex(sealing.mark(text)) + "@unreadable.invalid"))
                .isEqualTo(sealing.mark(text));
    }
}
