package org.somoim.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StartFailure;
import org.somoim.mail.Email;
import org.somoim.mail.Letter;
import org.somoim.mail.Mailer;

/** Sends letters by SMTP, one connection each. Safe between threads. */
public final class SmtpMailer implements Mailer {
    private static final int HIGHEST_PORT = 65_535;

    private final Server server;
    private final Email from;
    private final InstantSource clock;
    private final Session session;

    /** How the line to the server is kept secret. */
    public enum Line {
        /** TLS from the first byte, usually at port 465. */
        TLS,
        /** TLS begun by STARTTLS, usually at port 587; without it nothing is sent. */
        STARTTLS,
        /** In the open. For a server on this machine. */
        OPEN
    }

    /**
     * The server.
     *
     * @param user to sign in as, or null to send without
     * @param password of the user, or null
     * @param patience for connecting, and for each answer; a second to two minutes
     */
    public record Server(
            String host,
            int port,
            Line line,
            @Nullable String user,
            @Nullable String password,
            Duration patience) {

        /** @throws StartFailure if something is missing or out of its range */
        public Server {
            require(!host.isBlank(), "There is no mail server.", "host", "Set the name of the server.");
            require(
                    port > 0 && port <= HIGHEST_PORT,
                    "The port is " + port + ".",
                    "port",
                    "Set 1 to 65535, such as 587.");
            require(
                    (user == null) == (password == null),
                    "There is a user or a password, but not both.",
                    "user, password",
                    "Set both, or neither to send without signing in.");
            require(
                    user == null || line != Line.OPEN,
                    "The password would go over an open line.",
                    "line",
                    "Choose TLS or STARTTLS.");
            require(
                    patience.compareTo(Duration.ofSeconds(1)) >= 0 && patience.compareTo(Duration.ofMinutes(2)) <= 0,
                    "The patience is " + patience + ".",
                    "patience",
                    "Choose a second to two minutes.");
        }

        private static void require(boolean right, String what, String where, String fix) {
            if (!right) {
                throw new StartFailure(
                        what,
                        "SmtpMailer.Server " + where,
                        "Without letters nobody can sign up or get a new password.",
                        fix,
                        null);
            }
        }

        @Override
        public String toString() {
            return "Server(" + host + ":" + port + ")";
        }
    }

    /** @param from whom letters are from */
    public SmtpMailer(Server server, Email from, InstantSource clock) {
        this.server = server;
        this.from = from;
        this.clock = clock;
        this.session = Session.getInstance(properties(server), authenticator(server));
    }

    private static Properties properties(Server server) {
        String patience = Long.toString(server.patience().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.line() == Line.TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.line() == Line.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.line() == Line.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        // Addresses may be in any script.
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    private static @Nullable Authenticator authenticator(Server server) {
        if (server.user() == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        };
    }

    @Override
    public void send(Letter letter) {
        try {
            var message = new MimeMessage(session);
            message.setFrom(address(from));
            message.setRecipient(Message.RecipientType.TO, address(letter.to()));
            message.setSubject(letter.subject().value(), StandardCharsets.UTF_8.name());
            message.setText(letter.text().value(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            // Nobody answers a machine, and no machine should.
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail server " + server + " did not take the letter", e);
        }
    }

    private static InternetAddress address(Email email) throws MessagingException {
        var address = new InternetAddress();
        address.setAddress(email.value());
        return address;
    }
}
