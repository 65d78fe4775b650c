package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.events.Span;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

/** What the document about events shows does what it says. */
class EventExamplesTest {
    @TempDir
    Path folder;

    private static Actor.Person person(Somoim somoim, String name) {
        var wanted = new NewAccount(Email.of(name + "@example.org"), Password.of("hills and rivers"), Line.of(name));
        return new Actor.Person(
                somoim.accounts().open(Actor.host("scene"), wanted).id());
    }

    @Test
    @Covers({"EVT-1", "EVT-11", "RSV-3", "SRC-5"})
    void aGroupMeets() {
        try (Somoim somoim = Sqlite.open(folder)) {
            Actor.Person minji = person(somoim, "minji");
            Actor.Person junho = person(somoim, "junho");
            Actor.Person suji = person(somoim, "suji");
            Id<Group> group = somoim.groups()
                    .create(minji, NewGroup.of(Group.Kind.SOCIAL, Line.of("등산")))
                    .id();
            somoim.memberships().join(junho, group);
            somoim.memberships().join(suji, group);

            Event event = Calling.call(somoim, group, minji);
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(somoim.events().find(suji, event.id()).address()).isNull();

            assertThat(Calling.attend(somoim, event.id(), junho, suji).answer()).isEqualTo(Rsvp.Answer.GOING);
            assertThat(somoim.events().find(suji, event.id()).address()).isNotNull();
            var before = event.startsAt().minus(Duration.ofDays(1));
            assertThat(Calling.lookAround(somoim, suji, before).items()).hasSize(1);
            assertThat(Calling.lookAround(somoim, junho, before).items()).isEmpty();

            Course series = Calling.repeat(somoim, group, minji, event.plan());
            assertThat(somoim
                            .recurrences()
                            .occurrences(minji, series.id(), Span.from(before), Page.Ask.first(50))
                            .items()
                            .stream()
                            .filter(occurrence -> !occurrence.isCancelled()))
                    .hasSize(7);
        }
    }
}
