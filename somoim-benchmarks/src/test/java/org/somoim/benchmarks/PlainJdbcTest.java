package org.somoim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

/** What is compared with the library has to go on doing what the library does. */
class PlainJdbcTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenByHandIsReadByTheLibrary() throws SQLException {
        Path file = folder.resolve("town.db");
        try (Somoim somoim = Sqlite.open(file)) {
            Id<User> owner = person(somoim, "owner@example.org");
            Id<User> member = person(somoim, "member@example.org");
            NewGroup wanted = NewGroup.of(Group.Kind.SOCIAL, Line.of("Hikers"));
            Id<Group> group =
                    somoim.groups().create(Actor.person(owner), wanted).id();

            try (var plain = new PlainJdbc(file)) {
                assertThat(plain.people()).containsExactlyInAnyOrder(owner, member);
                assertThat(plain.groups()).containsExactly(group);
                assertThat(plain.join(member, group)).isEqualTo(1);
                assertThat(plain.write(member, group, "Who is in?")).isEqualTo(1);
                assertThat(plain.page(owner, group)).isEqualTo(1);
            }

            Actor joined = Actor.person(member);
            assertThat(somoim.groups().find(joined, group).members()).isEqualTo(2);
            assertThat(somoim.posts().inGroup(joined, group, Page.Ask.first()).items())
                    .extracting(shown -> shown.post().body().value())
                    .containsExactly("Who is in?");
        }
    }

    private static Id<User> person(Somoim somoim, String email) {
        return somoim.accounts().open(Actor.host("test"), Email.of(email)).id();
    }
}
