package org.somoim.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Json;

/** A socket that is none: remembers what it was sent, and takes it at once, or when it is told to. */
final class Ear implements Outlet {
    final List<JsonNode> frames = new ArrayList<>();
    int pings;
    boolean isStalled;
    boolean isCut;

    @Nullable
    Closing closed;

    private final Runnable before;
    private @Nullable Consumer<Boolean> waiting;

    Ear() {
        this(() -> {});
    }

    /** @param before run whenever a frame is handed over */
    Ear(Runnable before) {
        this.before = before;
    }

    @Override
    public void send(Frame frame, Consumer<Boolean> done) {
        if (waiting != null) {
            throw new IllegalStateException("a frame before the last one has gone out");
        }
        if (closed != null || isCut) {
            throw new IllegalStateException("a frame after the end");
        }
        before.run();
        frames.add(Json.read(frame.text().getBytes(StandardCharsets.UTF_8)));
        if (isStalled) {
            waiting = done;
        } else {
            done.accept(true);
        }
    }

    /** Takes what it was sent, and goes on as before. */
    void take() {
        Consumer<Boolean> done = waiting;
        waiting = null;
        if (done != null) {
            done.accept(true);
        }
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(Closing why) {
        closed = why;
    }

    @Override
    public void cut() {
        isCut = true;
    }

    /** What every message said that it was told of, in order. */
    List<String> words() {
        return messages().stream()
                .map(message -> message.path("body").asText("-"))
                .toList();
    }

    List<JsonNode> messages() {
        List<JsonNode> all = new ArrayList<>();
        ofType("changes").forEach(frame -> frame.path("messages").forEach(all::add));
        return all;
    }

    List<JsonNode> ofType(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }
}
