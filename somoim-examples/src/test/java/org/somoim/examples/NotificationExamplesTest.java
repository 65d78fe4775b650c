package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
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
import org.somoim.notifications.Notification;
import org.somoim.sqlite.Sqlite;

/** What the document about notifications shows does what it says. */
class NotificationExamplesTest {
    @TempDir
    Path folder;

    private static Id<User> person(Somoim somoim, String name) {
        var wanted = new NewAccount(Email.of(name + "@example.org"), Password.of("hills and rivers"), Line.of(name));
        return somoim.accounts().open(Actor.host("scene"), wanted).id();
    }

    @Test
    @Covers({"NTF-2", "NTF-3", "NTF-5"})
    void whoeverIsInvitedHearsOfItAndReadsItOnce() {
        try (Somoim somoim = Sqlite.open(folder)) {
            Id<User> minji = person(somoim, "minji");
            Actor junho = Actor.person(person(somoim, "junho"));
            Id<Group> group = somoim.groups()
                    .create(junho, NewGroup.of(Group.Kind.SOCIAL, Line.of("등산")))
                    .id();
            somoim.memberships().invite(junho, group, minji);

            Page<Notification> told = Telling.tell(somoim, Actor.person(minji), group);

            assertThat(told.items())
                    .singleElement()
                    .matches(notification -> notification.kind().value().equals("groups.invited"));
            assertThat(somoim.notifications().unread(Actor.person(minji))).isZero();
            assertThat(somoim.notifications().preferences(Actor.person(minji)).mutedGroups())
                    .hasSize(1);
        }
    }
}
