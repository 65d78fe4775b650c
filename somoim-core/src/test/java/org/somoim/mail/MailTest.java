package org.somoim.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;

class MailTest {
    private static final Email MINJI = Email.of("minji@example.org");

    @TempDir
    Path folder;

    private final Community town = new Community();
    private final MemoryMailer mailer = (MemoryMailer) town.ports.mailer();

    private void ask() {
        town.somoim.passwords().askForNew(Actor.visitor(), MINJI);
    }

    @Test
    @Covers("ACC-4")
    void aLetterGoesOutOnceItsCauseIsKeptAndOnlyThen() {
        assertThatThrownBy(() -> town.somoim.together(() -> {
                    ask();
                    town.somoim.deliver();
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        town.somoim.deliver();
        assertThat(town.ports.outbox().due(town.clock.instant(), Instant.MAX, 10))
                .isEmpty();

        ask();
        town.somoim.deliver();
        town.somoim.deliver();
        assertThat(mailer.to(MINJI)).isNotEmpty();
        assertThat(town.ports.outbox().due(town.clock.instant().plus(Duration.ofDays(9)), Instant.MAX, 10))
                .isEmpty();
    }

    @Test
    @Covers("ACC-4")
    void aLetterThatIsNotTakenIsTriedAgainLaterAndGivenUpAfterADay() {
        mailer.isDown(true);
        ask();
        town.somoim.deliver();
        mailer.isDown(false);
        town.somoim.deliver();
        assertThat(mailer.to(MINJI)).isEmpty();
        town.clock.advance(Duration.ofMinutes(1));
        town.somoim.deliver();
        assertThat(mailer.to(MINJI)).hasSize(1);

        mailer.isDown(true);
        ask();
        for (int i = 0; i < 30; i++) {
            town.somoim.deliver();
            town.clock.advance(Duration.ofHours(2));
        }
        mailer.isDown(false);
        town.somoim.deliver();
        assertThat(mailer.to(MINJI)).hasSize(1);
        assertThat(town.ports.outbox().countFailing()).isZero();
    }

    @Test
    @Covers("ACC-4")
    void aSpooledLetterIsAFileThatMailProgramsOpenAndNobodyElseReads() throws IOException {
        Path spool = folder.resolve("mail");
        var mails = new MailSpool(spool, Email.of("town@example.org"), town.clock);
        String subject = "비밀번호가 아주 오래 전에 바뀌었다고 알려 드리는 긴 제목입니다 ".repeat(3).strip();
        mails.send(new Letter(MINJI, Line.of(subject), Prose.of("안녕하세요, 민지 님.\n한 줄 더.")));

        Path file = only(spool);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        int blank = lines.indexOf("");
        String header = lines.subList(0, blank).stream().collect(Collectors.joining("\n"));
        String body = lines.subList(blank + 1, lines.size()).stream().collect(Collectors.joining());
        assertThat(file.getFileName().toString()).endsWith(".eml");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(spool)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(header).contains("To: <minji@example.org>", "Date: Mon, 2 Mar 2026 12:00:00 GMT");
        assertThat(lines.subList(0, blank)).allMatch(line -> line.length() <= 78);
        assertThat(decoded(header)).isEqualTo(subject);
        assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
                .isEqualTo("안녕하세요, 민지 님.\n한 줄 더.");
    }

    @Test
    @Covers("ACC-4")
    void spooledLettersAreRemovedAfterAWeek() throws IOException {
        Path spool = folder.resolve("mail");
        var mails = new MailSpool(spool, Email.of("town@example.org"), town.clock);
        mails.send(new Letter(MINJI, Line.of("Old"), Prose.of("x")));
        Files.setLastModifiedTime(
                only(spool), FileTime.from(town.clock.instant().minus(Duration.ofDays(8))));
        mails.send(new Letter(MINJI, Line.of("New"), Prose.of("x")));

        assertThat(Files.readString(only(spool))).contains("Subject: New");
    }

    @Test
    @Covers("ACC-4")
    void aLetterHidesWhatItSays() {
        var letter = new Letter(MINJI, Line.of("Secret"), Prose.of("Secret"));
        assertThat(letter.toString()).isEqualTo("Letter");
    }

    private static Path only(Path spool) throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static String decoded(String header) {
        String subject = header.substring(header.indexOf("Subject: ") + 9, header.indexOf("\nDate"));
        return Stream.of(subject.split("\\s+"))
                .map(word -> word.substring("=?UTF-8?B?".length(), word.length() - 2))
                .map(word -> new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
