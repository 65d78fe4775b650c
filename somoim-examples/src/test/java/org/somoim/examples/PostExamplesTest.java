package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.Account;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.posts.ThreadEntry;
import org.somoim.sqlite.Sqlite;

/** What the document about posts shows does what it says. */
class PostExamplesTest {
    @TempDir
    Path folder;

    private static Id<User> person(Somoim somoim, String name) {
        var wanted = new NewAccount(Email.of(name + "@example.org"), Password.of("hills and rivers"), Line.of(name));
        Account account = somoim.accounts().open(Actor.host("scene"), wanted);
        return account.id();
    }

    @Test
    @Covers({"PST-1", "PST-3", "PST-4", "PST-5"})
    void twoMembersWriteToOneAnother() {
        try (Somoim somoim = Sqlite.open(folder)) {
            Id<User> minji = person(somoim, "minji");
            Id<User> junho = person(somoim, "junho");
            Id<Group> group = somoim.groups()
                    .create(Actor.person(minji), NewGroup.of(Group.Kind.SOCIAL, Line.of("등산")))
                    .id();
            somoim.memberships().join(Actor.person(junho), group);

            Page<ThreadEntry> thread =
                    Conversing.converse(somoim, group, Actor.person(minji), Actor.person(junho), junho);

            assertThat(thread.items()).hasSize(2).allMatch(ThreadEntry.Said.class::isInstance);
            assertThat(thread.items().get(1).parentId())
                    .isEqualTo(thread.items().get(0).id());
        }
    }
}
