package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;

@Covers({"NTF-2", "NTF-3"})
class EventNotificationsTest {
    private final Community town = new Community();
    private final Events events = town.somoim.events();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person member = town.memberOf(group);
    private final Actor.Person other = town.memberOf(group);

    /** What someone is told about events, last first. */
    private List<String> told(Actor.Person person) {
        town.somoim.deliver();
        return town.somoim.notifications().list(person, Page.Ask.first(), false).items().stream()
                .map(told -> told.kind().value())
                .filter(kind -> kind.startsWith("events."))
                .toList();
    }

    @Test
    void everyMemberHearsOfANewEventButWhoCalledIt() {
        Event event = town.event(member, group);
        assertThat(told(other)).containsExactly("events.called");
        assertThat(told(owner)).containsExactly("events.called");
        assertThat(told(member)).isEmpty();

        town.somoim.rsvps().attend(other, event.id(), 0);
        events.cancel(member, event.id());
        assertThat(told(other)).containsExactly("events.cancelled");
        assertThat(told(owner)).isEmpty();
        events.delete(member, event.id());
        assertThat(told(other)).isEmpty();
    }

    @Test
    void whoLeftTheGroupHearsNothingOfItsClosedEvents() {
        events.call(member, group.id(), town.plan("closed").open(false));
        assertThat(told(other)).containsExactly("events.called");
        town.somoim.memberships().leave(other, group.id());
        assertThat(told(other)).isEmpty();
    }
}
