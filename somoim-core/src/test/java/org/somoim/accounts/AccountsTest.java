package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Community.PASSWORD;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.PlainHasher;
import org.somoim.profiles.Profile;
import org.somoim.profiles.ProfileFact;

class AccountsTest {
    private static final Actor VISITOR = Actor.visitor();
    private static final Actor HOST = Actor.host("test");
    private static final Origin HOME = new Origin("192.0.2.1");
    private static final Email EMAIL = Email.of("minji@example.org");
    private static final Password OTHER = Password.of("another one entirely");

    private final Community town = new Community();
    private final Accounts accounts = town.somoim.accounts();
    private final Passwords passwords = town.somoim.passwords();
    private final PlainHasher hasher = (PlainHasher) town.ports.passwords();

    private Actor.Person minji() {
        return town.person("민지", EMAIL);
    }

    private Account logIn() {
        return passwords.logIn(VISITOR, EMAIL, PASSWORD, HOME);
    }

    private List<Fact> facts() {
        return town.ports.facts().after(0, 100).stream()
                .map(FactLog.Entry::fact)
                .toList();
    }

    @Test
    @Covers({"ACC-1", "ACC-2", "ACC-9", "ACC-12"})
    void openingMakesAnActiveAccountAndItsProfile() {
        Account account = accounts.open(HOST, new NewAccount(EMAIL, PASSWORD, Line.of("민지")));

        assertThat(account)
                .isEqualTo(new Account(
                        account.id(), EMAIL, SiteRole.USER, Status.ACTIVE, town.clock.instant(), town.clock.instant()));
        Actor minji = Actor.person(account.id());
        assertThat(accounts.mine(minji)).isEqualTo(account);
        assertThat(town.somoim.profiles().mine(minji))
                .extracting(Profile::about)
                .extracting(about -> about.displayName().value())
                .isEqualTo("민지");
        assertThat(facts())
                .containsExactly(new AccountFact.Opened(account.id()), new ProfileFact.Initialized(account.id()));
    }

    @Test
    @Covers({"ACC-2", "ACC-11"})
    void oneAddressHasOneAccount() {
        minji();

        assertRefused(
                "accounts.email-taken",
                () -> accounts.open(
                        HOST, new NewAccount(Email.of("MINJI@example.org"), PASSWORD, Line.of("Impostor"))));
        assertThat(accounts.list(HOST, Page.Ask.first()).items()).hasSize(1);
    }

    @Test
    @Covers({"ACC-2", "DAT-9"})
    void aSignUpThatIsTurnedDownLeavesNothingBehind() {
        assertRefused("profiles.name-too-long", () -> town.person("가".repeat(101), EMAIL));

        assertThat(accounts.list(HOST, Page.Ask.first()).items()).isEmpty();
        assertThat(facts()).isEmpty();
        minji();
    }

    @Test
    @Covers("ACC-3")
    void theRightPasswordLetsIn() {
        Actor.Person minji = minji();

        assertThat(logIn().id()).isEqualTo(minji.id());
        assertThat(passwords
                        .logIn(VISITOR, Email.of("Minji@Example.org"), PASSWORD, HOME)
                        .id())
                .isEqualTo(minji.id());
    }

    @Test
    @Covers("ACC-3")
    void anUnknownAccountAndAWrongPasswordAreOneAnswerAndAsMuchWork() {
        minji();
        town.somoim.accounts().open(HOST, Email.of("hosted@example.org"));

        for (Email email : List.of(EMAIL, Email.of("nobody@example.org"), Email.of("hosted@example.org"))) {
            int before = hasher.verified();
            assertRefused("accounts.wrong-credentials", () -> passwords.logIn(VISITOR, email, OTHER, HOME));
            assertThat(hasher.verified()).as("work for %s", email.value()).isEqualTo(before + 1);
        }
        assertThat(hasher.hashed()).isEqualTo(1);
    }

    @Test
    @Covers({"ACC-3", "ACC-12"})
    void onlyTheRightPasswordTellsThatAnAccountIsSuspended() {
        Actor.Person minji = minji();
        accounts.suspend(HOST, minji.id());

        assertRefused("accounts.wrong-credentials", () -> passwords.logIn(VISITOR, EMAIL, OTHER, HOME));
        assertRefused("accounts.suspended", this::logIn);
        assertRefused("access.account-closed", () -> accounts.mine(minji));
    }

    @Test
    @Covers("ACC-3")
    void anErasedAccountIsAnUnknownOne() {
        Account account = accounts.find(HOST, minji().id());
        town.ports.transactor().run(() -> town.ports
                .accounts()
                .put(new Account(
                        account.id(), EMAIL, account.role(), Status.ERASED, account.createdAt(), account.updatedAt())));

        assertRefused("accounts.wrong-credentials", this::logIn);
        assertRefused("access.not-found", () -> accounts.find(HOST, account.id()));
        assertRefused("access.not-found", () -> accounts.suspend(HOST, account.id()));
        assertRefused("access.not-found", () -> accounts.appoint(HOST, account.id(), SiteRole.ADMIN));
    }

    @Test
    @Covers("ACC-3")
    void aHashThatIsOutOfDateIsRenewedAtTheNextLogInAndOnlyThen() {
        Actor.Person minji = minji();
        hasher.outdateAll();
        int before = hasher.hashed();

        assertRefused("accounts.wrong-credentials", () -> passwords.logIn(VISITOR, EMAIL, OTHER, HOME));
        assertThat(hasher.hashed()).isEqualTo(before);
        logIn();
        assertThat(hasher.hashed()).isEqualTo(before + 1);
        logIn();
        assertThat(hasher.hashed()).isEqualTo(before + 1);
        assertThat(town.ports.accounts().password(minji.id()).orElseThrow().scheme())
                .isEqualTo("plain2");
    }

    @Test
    @Covers("ACC-3")
    void aPasswordThatIsReplacedDuringALogInDoesNotComeBack() {
        Actor.Person minji = minji();
        hasher.outdateAll();
        // Between the check and the renewal of the hash, the owner changes the password.
        hasher.onceBeforeHashing(() -> passwords.change(minji, PASSWORD, OTHER));

        assertRefused("accounts.wrong-credentials", this::logIn);
        assertThat(passwords.logIn(VISITOR, EMAIL, OTHER, HOME).id()).isEqualTo(minji.id());
    }

    @Test
    @Covers({"ACC-12", "ACC-3"})
    void whoDeactivatedTheirAccountOpensItByLoggingIn() {
        Actor.Person minji = minji();

        assertThat(accounts.deactivate(minji).status()).isEqualTo(Status.DEACTIVATED);
        assertRefused("access.account-closed", () -> accounts.mine(minji));
        assertRefused("accounts.wrong-credentials", () -> passwords.logIn(VISITOR, EMAIL, OTHER, HOME));
        assertThat(accounts.find(HOST, minji.id()).isActive()).isFalse();

        assertThat(logIn().isActive()).isTrue();
        assertThat(accounts.mine(minji).isActive()).isTrue();
        assertThat(facts()).endsWith(new AccountFact.Deactivated(minji.id()), new AccountFact.Reopened(minji.id()));
    }

    @Test
    @Covers("ACC-12")
    void whoIsReinstatedComesBackByTheirOwnDoing() {
        Actor.Person minji = minji();
        Actor.Person admin = town.admin();
        accounts.suspend(admin, minji.id());
        accounts.suspend(admin, minji.id());

        assertThat(accounts.reinstate(admin, minji.id()).status()).isEqualTo(Status.DEACTIVATED);
        assertRefused("accounts.not-suspended", () -> accounts.reinstate(admin, minji.id()));
        assertThat(logIn().status()).isEqualTo(Status.ACTIVE);
        assertThat(facts())
                .endsWith(
                        new AccountFact.Suspended(minji.id(), admin.id()),
                        new AccountFact.Reinstated(minji.id(), admin.id()),
                        new AccountFact.Reopened(minji.id()));
    }

    @Test
    @Covers({"ACC-3", "ACC-7"})
    void aPasswordIsChangedByWhoKnowsTheOldOne() {
        Actor.Person minji = minji();

        assertRefused("accounts.wrong-password", () -> passwords.change(minji, OTHER, OTHER));
        assertRefused(
                "accounts.password-guessable", () -> passwords.change(minji, PASSWORD, Password.of(EMAIL.value())));
        passwords.change(minji, PASSWORD, OTHER);

        assertRefused("accounts.wrong-credentials", this::logIn);
        assertThat(passwords.logIn(VISITOR, EMAIL, OTHER, HOME).id()).isEqualTo(minji.id());
    }

    @Test
    @Covers("ACC-9")
    void onlyAdministratorsLookAfterOtherPeoplesAccounts() {
        Actor.Person minji = minji();
        Actor.Person moderator = town.person("준호");
        accounts.appoint(HOST, moderator.id(), SiteRole.MODERATOR);

        for (Actor actor : List.of(minji, moderator)) {
            assertRefused("access.not-allowed", () -> accounts.find(actor, moderator.id()));
            assertRefused("access.not-allowed", () -> accounts.list(actor, Page.Ask.first()));
            assertRefused("access.not-allowed", () -> accounts.appoint(actor, minji.id(), SiteRole.ADMIN));
            assertRefused("access.not-allowed", () -> accounts.suspend(actor, minji.id()));
            assertRefused("access.not-allowed", () -> accounts.reinstate(actor, minji.id()));
            assertRefused("access.not-allowed", () -> accounts.open(actor, Email.of("new@example.org")));
        }
    }

    @Test
    @Covers({"ACC-9", "ACC-13"})
    void visitorsAreAskedToSignIn() {
        Id<User> minji = minji().id();

        assertRefused("access.not-signed-in", () -> accounts.mine(VISITOR));
        assertRefused("access.not-signed-in", () -> accounts.deactivate(VISITOR));
        assertRefused("access.not-signed-in", () -> town.somoim.addresses().change(VISITOR, PASSWORD, EMAIL));
        assertRefused("access.not-signed-in", () -> passwords.change(VISITOR, PASSWORD, OTHER));
        assertRefused("access.not-signed-in", () -> accounts.find(VISITOR, minji));
        assertRefused("access.not-signed-in", () -> accounts.list(VISITOR, Page.Ask.first()));
    }

    @Test
    @Covers("ACC-9")
    void theLastAdministratorStaysOne() {
        Actor.Person admin = town.admin();

        assertRefused("accounts.last-admin", () -> accounts.appoint(HOST, admin.id(), SiteRole.USER));
        assertRefused("accounts.last-admin", () -> accounts.suspend(HOST, admin.id()));
        assertRefused("accounts.last-admin", () -> accounts.deactivate(admin));

        Actor.Person second = town.person("둘째");
        accounts.appoint(admin, second.id(), SiteRole.ADMIN);
        accounts.appoint(admin, admin.id(), SiteRole.USER);
        assertRefused("accounts.last-admin", () -> accounts.deactivate(second));
    }

    @Test
    @Covers("ACC-9")
    void aRoleIsTakenOnAtOnce() {
        Actor.Person minji = minji();

        accounts.appoint(HOST, minji.id(), SiteRole.ADMIN);
        assertThat(accounts.find(minji, minji.id()).role()).isEqualTo(SiteRole.ADMIN);
        assertThat(facts()).endsWith(new AccountFact.Appointed(minji.id(), SiteRole.ADMIN, null));
        assertRefused("access.not-found", () -> accounts.find(minji, new Id<>(new java.util.UUID(0, 1))));
    }

    @Test
    @Covers({"ACC-1", "ACC-9"})
    void accountsAreListedNewestFirst() {
        Actor.Person first = minji();
        Actor.Person second = town.person();
        town.clock.advance(Duration.ofSeconds(1));
        Actor.Person third = town.person();

        Page<Account> page = accounts.list(HOST, Page.Ask.first(2));
        assertThat(page.items()).extracting(Account::id).containsExactly(third.id(), second.id());
        Page<Account> rest = accounts.list(HOST, new Page.Ask(page.next(), 2));
        assertThat(rest.items()).extracting(Account::id).containsExactly(first.id());
        assertThat(rest.next()).isNull();
    }

    @Test
    @Covers({"PRF-6", "ACC-1"})
    void aHostThatSignsPeopleInItselfOpensAccountsWithoutAPassword() {
        Account hosted = accounts.open(HOST, EMAIL);
        Actor person = Actor.person(hosted.id());

        assertThat(accounts.mine(person)).isEqualTo(hosted);
        assertRefused("accounts.wrong-credentials", this::logIn);
        assertRefused("accounts.wrong-password", () -> passwords.change(person, PASSWORD, OTHER));
        assertRefused("accounts.email-taken", () -> accounts.open(HOST, EMAIL));
    }

    @Test
    @Covers("ACC-12")
    void theAddressOfAClosedAccountIsNotForOtherCapabilities() {
        Actor.Person minji = minji();
        accounts.deactivate(minji);

        assertThat(accounts.emailOf(minji.id())).isEmpty();
    }
}
