package org.somoim.http.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.metrics.Metrics;

/** A town with one group, in which people talk and others listen, with a hub whose work is done when the test says so. */
final class Hall {
    final Community town;
    final Somoim somoim;
    final Actor.Person owner;
    final Group group;
    final Id<Conversation> in;
    final LiveHub hub;
    private final List<LiveRoute> routes;
    private final Deque<Runnable> work = new ArrayDeque<>();

    Hall() {
        this(new Community());
    }

    Hall(Community town) {
        this.town = town;
        somoim = town.somoim;
        owner = town.person();
        group = town.openGroup(owner);
        in = Conversation.idOf(group.id());
        hub = hub(work::add);
        routes = Api.sockets(somoim).stream()
                .flatMap(sockets -> sockets.live().stream())
                .toList();
    }

    LiveHub hub(Executor executor) {
        return new LiveHub(somoim.fanOut(), executor, town.clock, Metrics.none());
    }

    Line listens(Actor.Person person, Ear ear) {
        return listens(person, ear, () -> true);
    }

    Line listens(Actor.Person person, Ear ear, SignIn signIn) {
        return hub.open(
                person.id(),
                signIn,
                feed("/groups/{group}/chat", person, Map.of("group", group.id().toString()), Map.of()),
                ear);
    }

    Line listensAfter(Actor.Person person, Ear ear, long change) {
        Feed feed = feed(
                "/groups/{group}/chat", person, Map.of("group", group.id().toString()), Map.of("after", "" + change));
        return hub.open(person.id(), () -> true, feed, ear);
    }

    /** To one's notifications. */
    Line listensToOwn(Actor.Person person, Ear ear) {
        return hub.open(person.id(), () -> true, feed("/me/live", person, Map.of(), Map.of()), ear);
    }

    Feed feed(String pattern, Actor.Person person, Map<String, String> variables, Map<String, String> query) {
        return routes.stream()
                .filter(route -> route.pattern().equals(pattern))
                .findFirst()
                .orElseThrow()
                .opening()
                .feed(new LiveRoute.Asked(person, variables, query));
    }

    Message say(Actor.Person person, String words) {
        Message message = somoim.chat().send(person, in, Prose.of(words));
        somoim.deliver();
        return message;
    }

    /** One piece of work; false if there is none. */
    boolean workOnce() {
        Runnable next = work.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    void work() {
        while (workOnce()) {
            // All there is.
        }
    }

    /** Lets time go by, second by second, with everything done that is to be done. */
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            town.clock.advance(Duration.ofSeconds(1));
            hub.tick();
            work();
        }
    }
}
