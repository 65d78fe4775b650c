package org.somoim.http.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Answer;
import org.somoim.http.sessions.SessionRoutes;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.PlainViews;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;

class AccountRoutesTest {
    private static final String MINJI = "{'email': 'Minji@example.org', 'password': '비밀번호는 길게', 'display_name': '민지'}";
    private static final String LOG_IN = "{'email': 'minji@example.org', 'password': '비밀번호는 길게'}";

    private final Community town = new Community();
    private final MemoryMailer mail = (MemoryMailer) town.ports.mailer();
    private final AccountRoutes routes =
            new AccountRoutes(town.somoim.accounts(), town.somoim.addresses(), town.somoim.passwords());
    private final Client visitor = Client.of(
            town.clock,
            town.ports.transactor(),
            routes,
            new SessionRoutes(town.somoim.sessions(), town.somoim.passwords(), new PlainTokens(), town.clock));

    private Client signUp() {
        visitor.post("/accounts", MINJI).ok(202);
        confirm("minji@example.org").ok();
        return logIn();
    }

    private Reply confirm(String address) {
        return visitor.post("/confirmations", "{'secret': '%s'}".formatted(secretTo(address)));
    }

    private String secretTo(String address) {
        town.somoim.deliver();
        return mail.secret(Email.of(address)).value();
    }

    private Client logIn() {
        return visitor.withToken(visitor.post("/sessions", LOG_IN).ok().at("/access_token"));
    }

    @Test
    @Covers({"ACC-1", "ACC-2", "ACC-9", "ACC-12"})
    void aVisitorSignsUpAndComesBackWithTheLetter() {
        assertThat(visitor.post("/accounts", MINJI).ok(202).text()).isEmpty();
        visitor.post("/sessions", LOG_IN).refused(401, "accounts.wrong-credentials");
        Reply made = confirm("minji@example.org").ok();

        assertThat(made.at("/email")).isEqualTo("minji@example.org");
        assertThat(made.at("/role")).isEqualTo("USER");
        assertThat(made.at("/is_active")).isEqualTo("true");
        assertThat(made.at("/created_at")).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(made.text()).doesNotContain("password", "hash");
        confirm("minji@example.org").refused(410, "accounts.letter-spent");
        logIn().get("/me/account").ok();
    }

    @Test
    @Covers({"ACC-2", "ACC-4", "ACC-11", "SEC-6"})
    void aKnownAddressIsAnsweredLikeAnUnknownOne() {
        signUp();
        String unknown = MINJI.replace("Minji@", "nobody@");

        Answer known = visitor.post("/accounts", MINJI).ok(202).answer();
        Answer other = visitor.post("/accounts", unknown).ok(202).answer();
        assertThat(known.headers().keySet()).isEqualTo(other.headers().keySet());
        assertThat(known.body()).isEqualTo(other.body());
        known = visitor.post("/password-resets", "{'email': 'minji@example.org'}")
                .ok(202)
                .answer();
        other = visitor.post("/password-resets", "{'email': 'stranger@example.org'}")
                .ok(202)
                .answer();
        assertThat(known.body()).isEqualTo(other.body());
        town.somoim.deliver();
        assertThat(mail.latest(Email.of("stranger@example.org")).text().value()).contains("no account");
    }

    @Test
    @Covers("ACC-4")
    void whoForgotTheirPasswordChoosesAnotherWithTheLetter() {
        Client minji = signUp();
        visitor.post("/password-resets", "{'email': 'minji@example.org'}").ok(202);
        String reset = "{'secret': '%s', 'new_password': 'one that is new'}".formatted(secretTo("minji@example.org"));

        visitor.put("/password-resets", reset.replace("one that is new", "minji@example.org"))
                .refused(422, "accounts.password-guessable");
        visitor.put("/password-resets", reset).ok(204);
        visitor.put("/password-resets", reset).refused(410, "accounts.letter-spent");
        visitor.post("/sessions", LOG_IN).refused(401, "accounts.wrong-credentials");
        visitor.post("/sessions", "{'email': 'minji@example.org', 'password': 'one that is new'}")
                .ok();
        assertThat(minji.get("/me/account").status()).isEqualTo(200);
    }

    @Test
    @Covers({"ACC-2", "ACC-11"})
    void whatCannotBeASignUpIsTurnedDown() {
        signUp();

        visitor.post("/accounts", "{'email': 'nobody', 'password': 'short', 'display_name': ' '}")
                .faults(
                        "/email mail.not-an-email",
                        "/password accounts.password-too-short",
                        "/display_name kernel.not-one-line");
        visitor.post("/accounts", "{'email': 'long@example.org', 'password': 'long@example.org', 'display_name': 'x'}")
                .refused(422, "accounts.password-guessable");
        logIn().post("/accounts", "{'email': 'b@example.org', 'password': 'long enough', 'display_name': 'x'}")
                .refused(409, "accounts.already-signed-in");
    }

    @Test
    @Covers({"ACC-3", "ACC-5"})
    void loggingInGivesATokenThatIsGoodForCalls() {
        signUp();
        Reply session = visitor.post("/sessions", LOG_IN).ok();

        assertThat(session.at("/token_type")).isEqualTo("Bearer");
        assertThat(session.at("/expires_at")).isEqualTo("2026-03-02T13:00:00Z");
        Reply mine = visitor.withToken(session.at("/access_token"))
                .get("/me/account")
                .ok();
        assertThat(mine.at("/id")).isEqualTo(session.at("/user_id"));
    }

    @Test
    @Covers("ACC-3")
    void aWrongPasswordAndAnUnknownAddressAreOneAnswer() {
        signUp();

        Reply wrong = visitor.post("/sessions", LOG_IN.replace("길게", "짧게")).refused(401, "accounts.wrong-credentials");
        Reply unknown =
                visitor.post("/sessions", LOG_IN.replace("minji", "nobody")).refused(401, "accounts.wrong-credentials");
        assertThat(wrong.at("/detail")).isEqualTo(unknown.at("/detail"));
    }

    @Test
    @Covers({"ACC-3", "SEC-4"})
    void whoeverGuessesIsToldHowLongToWait() {
        signUp();
        String wrong = LOG_IN.replace("길게", "짧게");
        for (int i = 0; i < 5; i++) {
            visitor.post("/sessions", wrong).refused(401, "accounts.wrong-credentials");
        }

        assertThat(visitor.post("/sessions", wrong)
                        .refused(429, "accounts.try-later")
                        .header("Retry-After"))
                .contains("1");
    }

    @Test
    @Covers({"ACC-7", "ACC-11"})
    void anAccountIsChangedByWhoKnowsThePassword() {
        Client minji = signUp();

        minji.put("/me/email", "{'password': 'not this one', 'email': 'new@example.org'}")
                .refused(403, "accounts.wrong-password");
        minji.put("/me/email", "{'password': '비밀번호는 길게', 'email': 'new@example.org'}")
                .ok(202);
        assertThat(minji.get("/me/account").at("/email")).isEqualTo("minji@example.org");
        assertThat(confirm("new@example.org").ok().at("/email")).isEqualTo("new@example.org");
        minji.put("/me/password", "{'present_password': '비밀번호는 길게', 'new_password': 'one that is new'}")
                .ok(204);
        visitor.post("/sessions", "{'email': 'new@example.org', 'password': 'one that is new'}")
                .ok();
    }

    @Test
    @Covers("ACC-12")
    void aClosedAccountOpensByLoggingIn() {
        Client minji = signUp();

        assertThat(minji.put("/me/deactivation").ok().at("/is_active")).isEqualTo("false");
        minji.get("/me/account").refused(401, "access.account-closed");
        logIn().get("/me/account").ok();
    }

    @Test
    @Covers("ACC-9")
    void administratorsLookAfterAccounts() {
        Client admin = visitor.as(town.admin().id());
        Actor.Person junho = town.person("준호", Email.of("junho@example.org"));
        String path = "/admin/accounts/" + junho.id();

        assertThat(admin.get("/admin/accounts?limit=1").ok().at("/0/email")).isEqualTo("junho@example.org");
        assertThat(admin.get(path).ok().at("/email")).isEqualTo("junho@example.org");
        assertThat(admin.put(path + "/role", "{'role': 'MODERATOR'}").ok().at("/role"))
                .isEqualTo("MODERATOR");
        assertThat(admin.put(path + "/suspension").ok().at("/status")).isEqualTo("SUSPENDED");
        assertThat(admin.delete(path + "/suspension").ok().at("/status")).isEqualTo("DEACTIVATED");
        admin.post("/admin/accounts", "{'email': 'hosted@example.org'}").ok(201);

        Client minji = signUp();
        minji.get("/admin/accounts").refused(403, "access.not-allowed");
        minji.put(path + "/role", "{'role': 'ADMIN'}").refused(403, "access.not-allowed");
        visitor.get(path).refused(401, "access.not-signed-in");
    }

    @Test
    @Covers("ARC-5")
    void viewsArePlain() {
        assertThat(PlainViews.violations(routes.routes())).isEmpty();
    }
}
