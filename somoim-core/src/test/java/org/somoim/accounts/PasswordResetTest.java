package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Community.PASSWORD;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;

class PasswordResetTest {
    private static final Actor VISITOR = Actor.visitor();
    private static final Email EMAIL = Email.of("minji@example.org");
    private static final Password NEXT = Password.of("another one entirely");

    private final Community town = new Community();
    private final Passwords passwords = town.somoim.passwords();
    private final MemoryMailer mail = (MemoryMailer) town.ports.mailer();

    private Secrets.Secret ask() {
        passwords.askForNew(VISITOR, EMAIL);
        town.somoim.deliver();
        return mail.secret(EMAIL);
    }

    private Account logIn(Password password) {
        return passwords.logIn(VISITOR, EMAIL, password, Origin.UNKNOWN);
    }

    @Test
    @Covers("ACC-4")
    void theLetterGivesANewPasswordOnce() {
        Actor.Person minji = town.person("민지", EMAIL);
        Secrets.Secret secret = ask();
        passwords.reset(VISITOR, secret, NEXT);

        assertThat(logIn(NEXT).id()).isEqualTo(minji.id());
        assertRefused("accounts.wrong-credentials", () -> logIn(PASSWORD));
        assertRefused("accounts.letter-spent", () -> passwords.reset(VISITOR, secret, PASSWORD));
        town.somoim.deliver();
        assertThat(mail.latest(EMAIL).subject()).isEqualTo(Line.of("Your password has changed"));
    }

    @Test
    @Covers({"ACC-4", "SEC-6"})
    void anUnknownAddressGetsALetterThatSaysSo() {
        passwords.askForNew(VISITOR, EMAIL);
        town.somoim.deliver();

        assertThat(mail.latest(EMAIL).subject()).isEqualTo(Line.of("There is no account with this address"));
        assertThat(mail.latest(EMAIL).text().value()).doesNotContainPattern("[A-Za-z0-9_-]{43}");
    }

    @Test
    @Covers("ACC-4")
    void aLetterIsGoodForHalfAnHourAndOnlyTheLatestIs() {
        town.person("민지", EMAIL);
        Secrets.Secret first = ask();
        Secrets.Secret second = ask();
        assertRefused("accounts.letter-spent", () -> passwords.reset(VISITOR, first, NEXT));
        town.clock.advance(Duration.ofMinutes(30));
        assertRefused("accounts.letter-spent", () -> passwords.reset(VISITOR, second, NEXT));
        logIn(PASSWORD);
    }

    @Test
    @Covers({"ACC-4", "ACC-6"})
    void aNewPasswordEndsEverySessionAndEveryOtherLetter() {
        Actor.Person minji = town.person("민지", EMAIL);
        var session = town.somoim.sessions().open(minji, null);
        Email other = Email.of("other@example.org");
        town.somoim.addresses().change(minji, PASSWORD, other);
        town.somoim.deliver();
        Secrets.Secret address = mail.secret(other);
        passwords.reset(VISITOR, ask(), NEXT);

        assertRefused("sessions.ended", () -> town.somoim.sessions().refresh(VISITOR, session.refreshToken()));
        assertRefused("accounts.letter-spent", () -> town.somoim.addresses().confirm(VISITOR, address));
    }

    @Test
    @Covers("ACC-4")
    void aLetterToAnAddressThatTheAccountNoLongerHasIsWorthNothing() {
        Actor.Person minji = town.person("민지", EMAIL);
        Secrets.Secret secret = ask();
        Email other = Email.of("other@example.org");
        town.somoim.addresses().change(minji, PASSWORD, other);
        town.somoim.deliver();
        town.somoim.addresses().confirm(VISITOR, mail.secret(other));

        assertRefused("accounts.letter-spent", () -> passwords.reset(VISITOR, secret, NEXT));
    }

    @Test
    @Covers({"ACC-4", "ACC-12"})
    void aSuspendedAccountStaysSoAndAClosedOneOpensWhenItsOwnerLogsIn() {
        Actor.Person minji = town.person("민지", EMAIL);
        town.somoim.accounts().suspend(Actor.host("test"), minji.id());
        passwords.reset(VISITOR, ask(), NEXT);
        assertRefused("accounts.suspended", () -> logIn(NEXT));

        town.somoim.accounts().reinstate(Actor.host("test"), minji.id());
        passwords.reset(VISITOR, ask(), PASSWORD);
        assertThat(logIn(PASSWORD).isActive()).isTrue();
    }

    @Test
    @Covers("ACC-4")
    void aPasswordThatIsTurnedDownLeavesTheLetterGood() {
        town.person("민지", EMAIL);
        Secrets.Secret secret = ask();
        assertRefused(
                "accounts.password-guessable", () -> passwords.reset(VISITOR, secret, Password.of(EMAIL.value())));
        passwords.reset(VISITOR, secret, NEXT);
        logIn(NEXT);
    }

    @Test
    @Covers("ACC-4")
    void someoneWhoHasNoPasswordYetGetsOneByLetter() {
        Account hosted = town.somoim.accounts().open(Actor.host("test"), EMAIL);
        passwords.reset(VISITOR, ask(), NEXT);

        assertThat(logIn(NEXT).id()).isEqualTo(hosted.id());
    }

    @Test
    @Covers("ACC-4")
    void lettersThatAreNoLongerGoodAreForgotten() {
        town.person("민지", EMAIL);
        Secrets.Secret secret = ask();
        town.clock.advance(Duration.ofMinutes(30));
        town.somoim.tick();

        assertThat(town.ports.transactor().call(() -> town.ports.tickets().take(secret.digest())))
                .isEmpty();
    }
}
