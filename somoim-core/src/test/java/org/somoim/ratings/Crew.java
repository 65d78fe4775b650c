package org.somoim.ratings;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Work;
import org.somoim.memory.Community;

/** People who met, and can rate one another. */
final class Crew {
    final Community town;
    final Ratings ratings;
    private final Map<Id<?>, Attendance> events = new HashMap<>();

    Crew(Community town) {
        this.town = town;
        var ports = town.ports;
        ratings = new Ratings(
                ports.ratings(),
                (event, reader) -> Optional.ofNullable(events.get(event)),
                town.somoim.profiles(),
                ports.clock(),
                new Access(ports.roster()),
                new Work(ports.transactor(), ports.facts(), ports.ids(), ports.clock()));
    }

    /** At an event that is just over. */
    Id<?> met(Actor.Person... people) {
        return meets(Duration.ZERO, people);
    }

    /** At an event that is over after that time. */
    Id<?> meets(Duration until, Actor.Person... people) {
        Id<?> event = town.ports.ids().timeOrdered();
        events.put(
                event,
                new Attendance(
                        event,
                        town.clock.instant().plus(until),
                        Arrays.stream(people).map(Actor.Person::id).collect(Collectors.toSet())));
        return event;
    }
}
