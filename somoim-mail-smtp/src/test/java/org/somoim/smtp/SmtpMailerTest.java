package org.somoim.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Prose;
import org.somoim.kernel.StartFailure;
import org.somoim.mail.Email;
import org.somoim.mail.Letter;
import org.somoim.smtp.SmtpMailer.Line;
import org.somoim.smtp.SmtpMailer.Server;

@Covers("ACC-4")
class SmtpMailerTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Email FROM = Email.of("town@example.org");
    private static final Letter LETTER = new Letter(
            Email.of("minji@example.org"), org.somoim.kernel.Line.of("새 비밀번호 정하기"), Prose.of("안녕하세요.\n\n한 줄 더."));

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private SmtpMailer mailer(Line line, @Nullable String user, @Nullable String password) {
        var server = new Server("127.0.0.1", mail.getSmtp().getPort(), line, user, password, Duration.ofSeconds(5));
        return new SmtpMailer(server, FROM, () -> NOON);
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        mailer(Line.OPEN, null, null).send(LETTER);
        MimeMessage[] received = mail.getReceivedMessages();

        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("새 비밀번호 정하기");
        assertThat(received[0].getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("안녕하세요.\n\n한 줄 더.");
        assertThat(received[0].getRecipients(Message.RecipientType.TO)[0]).hasToString("minji@example.org");
        assertThat(received[0].getFrom()[0]).hasToString("town@example.org");
        assertThat(received[0].getSentDate()).isEqualTo(NOON);
    }

    @Test
    void whereTheLineCannotBeKeptSecretNothingIsSent() {
        assertThatThrownBy(() -> mailer(Line.STARTTLS, null, null).send(LETTER))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> mailer(Line.TLS, null, null).send(LETTER)).isInstanceOf(IllegalStateException.class);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsAFailureThatNamesItAndNoAddress() {
        SmtpMailer mailer = mailer(Line.OPEN, null, null);
        mail.stop();
        assertThatThrownBy(() -> mailer.send(LETTER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageNotContaining("minji");
    }

    @Test
    void whatIsSetWronglyDoesNotStart() {
        Duration patience = Duration.ofSeconds(5);
        assertThatThrownBy(() -> new Server(" ", 587, Line.TLS, null, null, patience))
                .isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> new Server("h", 0, Line.TLS, null, null, patience))
                .isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> new Server("h", 25, Line.TLS, "u", null, patience))
                .isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> new Server("h", 25, Line.OPEN, "u", "p", patience))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("open line");
        assertThatThrownBy(() -> new Server("h", 25, Line.TLS, null, null, Duration.ZERO))
                .isInstanceOf(StartFailure.class);
        assertThat(new Server("h", 25, Line.TLS, "u", "secret", patience)).hasToString("Server(h:25)");
    }
}
