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
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;

class AddressesTest {
    private static final Actor VISITOR = Actor.visitor();
    private static final Actor HOST = Actor.host("test");
    private static final Email EMAIL = Email.of("minji@example.org");
    private static final Email NEXT = Email.of("next@example.org");

    private final Community town = new Community();
    private final Addresses addresses = town.somoim.addresses();
    private final MemoryMailer mail = (MemoryMailer) town.ports.mailer();
    private final PlainHasher hasher = (PlainHasher) town.ports.passwords();

    private void signUp() {
        addresses.signUp(VISITOR, new NewAccount(EMAIL, PASSWORD, Line.of("민지")));
    }

    private Secrets.Secret secretTo(Email email) {
        town.somoim.deliver();
        return mail.secret(email);
    }

    private Account logIn(Email email) {
        return town.somoim.passwords().logIn(VISITOR, email, PASSWORD, Origin.UNKNOWN);
    }

    @Test
    @Covers({"ACC-2", "PRF-1"})
    void thereIsNoAccountUntilTheLetterComesBack() {
        signUp();
        assertThat(town.somoim.accounts().list(HOST, Page.Ask.first()).items()).isEmpty();
        assertRefused("accounts.wrong-credentials", () -> logIn(EMAIL));
        Account account = addresses.confirm(VISITOR, secretTo(EMAIL));

        assertThat(account.email()).isEqualTo(EMAIL);
        assertThat(logIn(EMAIL)).isEqualTo(account);
        assertThat(town.somoim
                        .profiles()
                        .mine(Actor.person(account.id()))
                        .about()
                        .displayName())
                .isEqualTo(Line.of("민지"));
    }

    @Test
    @Covers({"ACC-2", "SEC-6"})
    void anAddressThatIsKnownGetsALetterThatSaysSoAndIsAsMuchWork() {
        signUp();
        int hashesForUnknown = hasher.hashed();
        addresses.confirm(VISITOR, secretTo(EMAIL));
        signUp();
        town.somoim.deliver();

        assertThat(hasher.hashed()).isEqualTo(2 * hashesForUnknown);
        assertThat(mail.to(EMAIL)).hasSize(2);
        assertThat(mail.latest(EMAIL).subject()).isEqualTo(Line.of("You have an account already"));
        assertThat(mail.latest(EMAIL).text().value()).doesNotContainPattern("[A-Za-z0-9_-]{43}");
    }

    @Test
    @Covers({"ACC-2", "SEC-6"})
    void aLetterIsGoodForOneUseForADayAndForNothingElse() {
        signUp();
        Secrets.Secret secret = secretTo(EMAIL);
        assertRefused(
                "accounts.letter-spent",
                () -> addresses.confirm(
                        VISITOR, new Secrets.Secret(secret.value().substring(1))));
        assertRefused("accounts.letter-spent", () -> town.somoim.passwords().reset(VISITOR, secret, PASSWORD));
        addresses.confirm(VISITOR, secret);
        assertRefused("accounts.letter-spent", () -> addresses.confirm(VISITOR, secret));

        addresses.signUp(VISITOR, new NewAccount(NEXT, PASSWORD, Line.of("x")));
        Secrets.Secret late = secretTo(NEXT);
        town.clock.advance(Duration.ofHours(24));
        assertRefused("accounts.letter-spent", () -> addresses.confirm(VISITOR, late));
    }

    @Test
    @Covers("ACC-2")
    void ofSeveralLettersTheLatestCounts() {
        signUp();
        Secrets.Secret first = secretTo(EMAIL);
        signUp();
        Secrets.Secret second = secretTo(EMAIL);

        assertRefused("accounts.letter-spent", () -> addresses.confirm(VISITOR, first));
        assertThat(addresses.confirm(VISITOR, second).email()).isEqualTo(EMAIL);
    }

    @Test
    @Covers({"ACC-2", "SEC-4"})
    void strangersDoNotFillAMailbox() {
        for (int i = 0; i < 10; i++) {
            signUp();
            town.somoim.passwords().askForNew(VISITOR, EMAIL);
        }
        town.somoim.deliver();
        assertThat(mail.to(EMAIL)).hasSize(3);

        town.clock.advance(Duration.ofHours(1));
        signUp();
        town.somoim.deliver();
        assertThat(mail.to(EMAIL)).hasSize(4);
    }

    @Test
    @Covers("ACC-2")
    void whoIsSignedInDoesNotSignUp() {
        Actor minji = town.person();
        assertRefused(
                "accounts.already-signed-in",
                () -> addresses.signUp(minji, new NewAccount(NEXT, PASSWORD, Line.of("민지"))));
        assertRefused(
                "profiles.name-too-long",
                () -> addresses.signUp(VISITOR, new NewAccount(NEXT, PASSWORD, Line.of("가".repeat(101)))));
        assertRefused(
                "accounts.password-guessable",
                () -> addresses.signUp(VISITOR, new NewAccount(NEXT, Password.of(NEXT.value()), Line.of("x"))));
    }

    @Test
    @Covers({"ACC-7", "ACC-11"})
    void anAddressChangesWhenItsLetterComesBack() {
        Actor.Person minji = town.person("민지", EMAIL);
        assertRefused(
                "accounts.wrong-password", () -> addresses.change(minji, Password.of("another one entirely"), NEXT));
        addresses.change(minji, PASSWORD, NEXT);
        assertThat(logIn(EMAIL).id()).isEqualTo(minji.id());
        Account moved = addresses.confirm(VISITOR, secretTo(NEXT));

        assertThat(moved.email()).isEqualTo(NEXT);
        assertThat(logIn(NEXT).id()).isEqualTo(minji.id());
        assertRefused("accounts.wrong-credentials", () -> logIn(EMAIL));
        town.somoim.deliver();
        assertThat(mail.latest(EMAIL).subject()).isEqualTo(Line.of("Your address has changed"));
    }

    @Test
    @Covers({"ACC-11", "SEC-6"})
    void whoAsksForAnAddressDoesNotLearnWhetherItHasAnAccount() {
        Actor.Person minji = town.person("민지", EMAIL);
        town.person("준호", NEXT);
        addresses.change(minji, PASSWORD, NEXT);
        town.somoim.deliver();

        assertThat(mail.latest(NEXT).subject()).isEqualTo(Line.of("You have an account already"));
        assertThat(town.somoim.accounts().mine(minji).email()).isEqualTo(EMAIL);
    }

    @Test
    @Covers({"ACC-7", "ACC-12"})
    void aLetterIsWorthNothingForAnAccountThatWasClosedSince() {
        Actor.Person minji = town.person("민지", EMAIL);
        addresses.change(minji, PASSWORD, NEXT);
        town.somoim.accounts().suspend(HOST, minji.id());

        assertRefused("accounts.letter-spent", () -> addresses.confirm(VISITOR, secretTo(NEXT)));
    }

    @Test
    @Covers("ACC-11")
    void anAddressThatGotAnAccountMeanwhileIsNotTakenOver() {
        signUp();
        town.person("First", EMAIL);

        assertRefused("accounts.email-taken", () -> addresses.confirm(VISITOR, secretTo(EMAIL)));
    }
}
