package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.accounts.bcrypt.Pepper;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.groups.NewGroup;
import org.somoim.http.jetty.JettyHost;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;
import org.sqlite.SQLiteConfig;

class ExamplesTest {
    @TempDir
    Path folder;

    @Test
    void twoCommunitiesLiveInOneProcessAndKnowNothingOfOneAnother() {
        try (Somoim one = Sqlite.open(folder.resolve("one.db"));
                Somoim other = Sqlite.open(folder.resolve("other.db"))) {
            Actor minji = signUp(one, "minji@example.org");
            Actor namesake = signUp(other, "minji@example.org");
            one.groups().create(minji, NewGroup.of(Group.Kind.SOCIAL, Line.of("Hikers")));

            assertThat(minji).isNotEqualTo(namesake);
            assertThat(one.groups().mine(minji, Page.Ask.first()).items()).hasSize(1);
            assertThat(other.groups().mine(namesake, Page.Ask.first()).items()).isEmpty();
            assertThatThrownBy(() -> other.groups().mine(minji, Page.Ask.first()))
                    .hasMessageStartingWith("access.account-closed");
        }
    }

    @Test
    void whoeverAsksAndIsLetInCanBeMadeAnAdmin() {
        try (Somoim somoim = Sqlite.open(folder.resolve("gathering.db"))) {
            Actor.Person minji = signUp(somoim, "minji@example.org");
            Actor.Person junho = signUp(somoim, "junho@example.org");

            assertThat(Gathering.gather(somoim, minji, junho).role()).isEqualTo(Membership.Role.ADMIN);
        }
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStart() {
        Path file = folder.resolve("community.db");
        Actor minji;
        try (Somoim somoim = Sqlite.open(file)) {
            minji = signUp(somoim, "minji@example.org");
            somoim.groups().create(minji, NewGroup.of(Group.Kind.SOCIAL, Line.of("등산")));
        }

        try (Somoim again = Sqlite.open(file)) {
            assertThat(again.groups().mine(minji, Page.Ask.first()).items())
                    .extracting(belonging -> belonging.group().name())
                    .containsExactly(Line.of("등산"));
            assertThat(again.passwords()
                            .logIn(
                                    Actor.visitor(),
                                    Email.of("minji@example.org"),
                                    Password.of("correct horse"),
                                    Origin.UNKNOWN)
                            .email())
                    .isEqualTo(Email.of("minji@example.org"));
        }
    }

    @Test
    void aHostsTransactionTakesTheLibrarysChangesWithIt() throws SQLException {
        Path file = folder.resolve("community.db");
        var chance = new SecureRandom();
        var hasher = new BcryptPasswordHasher(new Pepper(chance.generateSeed(32)), List.of(), 4, chance);
        var database = SqliteDatabase.open(SqliteOptions.at(file));
        try (Somoim somoim = new Somoim(Sqlite.ports(database, hasher, InstantSource.system(), chance));
                Connection connection = connection(file)) {
            Actor teacher = signUp(somoim, "teacher@example.org");
            NewGroup pottery = NewGroup.of(Group.Kind.SOCIAL, Line.of("Pottery"));

            assertThatThrownBy(() -> OwnTransaction.foundCourse(database, somoim, connection, teacher, pottery))
                    .isInstanceOf(SQLException.class);
            assertThat(somoim.groups().mine(teacher, Page.Ask.first()).items()).isEmpty();

            try (Statement host = connection.createStatement()) {
                host.execute("create table courses (group_id text not null)");
                connection.commit();
            }
            Group founded = OwnTransaction.foundCourse(database, somoim, connection, teacher, pottery);
            assertThat(somoim.groups().find(teacher, founded.id()).name()).isEqualTo(Line.of("Pottery"));
        }
    }

    @Test
    void aHostIsInjectedWithTheFrontDoors() {
        try (Somoim somoim = Sqlite.open(folder.resolve("community.db"))) {
            Actor teacher = signUp(somoim, "teacher@example.org");

            Group group = GuiceHost.courses(somoim).found(teacher, "Pottery");

            assertThat(somoim.groups().find(teacher, group.id())).isEqualTo(group);
        }
    }

    @Test
    void aCommunityIsServedOverHttp() throws IOException, InterruptedException {
        try (Somoim somoim = Sqlite.open(folder.resolve("community.db"));
                JettyHost host = HttpHost.host(somoim, folder, 0)) {
            URI root = host.start();
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(root.resolve("health")).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"database\":\"healthy\"");
        }
    }

    private static Actor.Person signUp(Somoim somoim, String email) {
        var wanted = new NewAccount(Email.of(email), Password.of("correct horse"), Line.of("Someone"));
        return new Actor.Person(
                somoim.accounts().open(Actor.host("scene"), wanted).id());
    }

    private static Connection connection(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
