package org.somoim.http.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.somoim.http.Admission;
import org.somoim.http.Api;
import org.somoim.http.Call;
import org.somoim.http.SocketDoor;
import org.somoim.http.Surroundings;
import org.somoim.http.live.Closing;
import org.somoim.http.live.Frame;
import org.somoim.http.live.Line;
import org.somoim.http.live.LiveHub;
import org.somoim.http.live.Outlet;
import org.somoim.http.testing.PlainTokens;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;
import org.somoim.metrics.Metrics;

/** Opens sockets as whoever asks, and hangs up once everything has been told that was there. */
final class Ears {
    private final LiveHub hub;
    private final SocketDoor door;

    Ears(Community town) {
        var somoim = town.somoim;
        hub = new LiveHub(somoim.fanOut(), Runnable::run, town.clock, Metrics.none());
        door = new SocketDoor(
                new Surroundings(
                        PlainTokens.trusting(new PlainTokens()), town.clock, somoim.transactor(), somoim::deliver),
                hub,
                Set.of(),
                Api.sockets(somoim));
    }

    /** What it was sent, or the answer if it was turned down. */
    String frames(Actor viewer, String target) {
        int question = target.indexOf('?');
        Map<String, String> headers = new TreeMap<>(Map.of("Host", "town.example", "Upgrade", "websocket"));
        if (viewer instanceof Actor.Person person) {
            headers.put("Authorization", "Bearer " + person.id());
        }
        Admission admission = door.admit(new Call(
                "GET",
                "/api/v1" + target.substring(0, question),
                target.substring(question + 1),
                headers,
                new byte[0],
                "192.0.2.1",
                ""));
        if (admission instanceof Admission.TurnedDown turnedDown) {
            return turnedDown.answer().status() + " " + turnedDown.answer().headers() + " "
                    + new String(turnedDown.answer().body(), java.nio.charset.StandardCharsets.UTF_8);
        }
        var welcome = (Admission.Welcome) admission;
        var ear = new Ear();
        Line line = hub.open(welcome.person(), welcome.signIn(), welcome.feed(), ear);
        line.left();
        return String.join("\n", ear.frames);
    }

    /** Takes everything at once. */
    private static final class Ear implements Outlet {
        final List<String> frames = new ArrayList<>();

        @Override
        public void send(Frame frame, Consumer<Boolean> done) {
            frames.add(frame.text());
            done.accept(true);
        }

        @Override
        public void ping() {
            // It is there.
        }

        @Override
        public void close(Closing why) {
            frames.add("closed: " + why);
        }

        @Override
        public void cut() {
            frames.add("cut");
        }
    }
}
