package org.somoim.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.live.Hint;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;

/**
 * One socket. Reads only when the socket has taken all that was sent before, and then hands over what it has read at once:
 * so nothing waits here that somebody may not read any more by the time it goes out, no socket holds more than one frame,
 * and one that does not read holds up nobody. What piles up behind it is in the store, and is found there.
 */
public final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** In which a client may say {@link #MOST_SAID} things. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int MOST_SAID = 60;

    /** More than this who are writing at once are not told of. */
    private static final int MOST_TYPING = 20;

    private final LiveHub hub;
    private final Id<User> person;
    private final Supplier<Boolean> isSignedIn;
    private final Feed feed;
    private final Outlet outlet;

    private final Set<Id<User>> typing = new LinkedHashSet<>();
    private boolean greeted;
    private boolean woken = true;
    private boolean due;
    private boolean running;
    private boolean sending;
    private boolean closed;
    private long wokenAt;
    private Instant sendingSince;
    private Instant checkedAt;
    private Instant pingedAt;
    private Instant countedFrom;
    private int said;

    Line(LiveHub hub, Id<User> person, Supplier<Boolean> isSignedIn, Feed feed, Outlet outlet, Instant now) {
        this.hub = hub;
        this.person = person;
        this.isSignedIn = isSignedIn;
        this.feed = feed;
        this.outlet = outlet;
        this.wokenAt = hub.metrics().ticks();
        this.sendingSince = now;
        this.checkedAt = now;
        this.pingedAt = now;
        this.countedFrom = now;
    }

    Id<User> person() {
        return person;
    }

    Id<?> channel() {
        return feed.channel();
    }

    /** There may be news. */
    synchronized void hear(Hint hint) {
        if (hint instanceof Hint.Typing writing) {
            if (typing.size() < MOST_TYPING) {
                typing.add(writing.person());
            }
        } else if (!woken && !feed.knows(hint)) {
            woken = true;
            wokenAt = hub.metrics().ticks();
        }
        run();
    }

    /** Some time has passed. */
    synchronized void tick(Instant now) {
        if (closed) {
            return;
        }
        if (sending && now.isBefore(sendingSince)) {
            // It was handed over after the hub has looked at the clock, or the clock was set back: nobody's fault.
            sendingSince = now;
        }
        if (sending && hub.isOver(sendingSince, LiveHub.MOST_SENDING, now)) {
            end(Closing.TOO_SLOW);
            outlet.cut();
            return;
        }
        if (hub.isOver(checkedAt, LiveHub.CHECKED_EVERY, now)) {
            due = true;
        }
        if (!sending && hub.isOver(pingedAt, LiveHub.PINGED_EVERY, now)) {
            pingedAt = now;
            outlet.ping();
        }
        run();
    }

    /** Goes on if there is anything to do and nobody is at it. Holds the lock. */
    private void run() {
        if (!running && next() != Step.NOTHING) {
            running = true;
            hub.run(this::work);
        }
    }

    private enum Step {
        CHECK,
        GREET,
        READ,
        TYPING,
        NOTHING
    }

    private synchronized Step next() {
        if (closed) {
            return Step.NOTHING;
        }
        if (due) {
            return Step.CHECK;
        }
        if (sending) {
            return Step.NOTHING;
        }
        if (!greeted) {
            return Step.GREET;
        }
        return woken ? Step.READ : typing.isEmpty() ? Step.NOTHING : Step.TYPING;
    }

    /** One step after another, until there is nothing to do. Asks the store without holding the lock. */
    private void work() {
        boolean goesOn = true;
        try {
            Step step = next();
            while (step != Step.NOTHING) {
                take(step);
                step = next();
            }
        } catch (Refusal refusal) {
            close(Closing.NOT_HERE);
        } catch (StoreFailure busy) {
            // Nothing is lost: what is to be done stays so, and the next tick tries again.
            goesOn = false;
        } catch (RuntimeException error) {
            LogLine.SOCKET_FAILED.to(LOG).because(error).log();
            close(Closing.FAILED);
        }
        synchronized (this) {
            running = false;
            if (goesOn) {
                run();
            }
        }
    }

    private void take(Step step) {
        switch (step) {
            case CHECK -> check();
            case GREET -> greet();
            case READ -> read();
            case TYPING -> tellWhoIsTyping();
            case NOTHING -> {}
        }
    }

    private void check() {
        if (!isSignedIn.get()) {
            close(Closing.SESSION_ENDED);
            return;
        }
        feed.check();
        synchronized (this) {
            due = false;
            checkedAt = hub.now();
        }
    }

    private void greet() {
        View greeting = feed.greeting();
        synchronized (this) {
            greeted = true;
        }
        send(greeting, false);
    }

    private void read() {
        synchronized (this) {
            // Before reading: a hint that comes meanwhile may be of something that is not in it.
            woken = false;
        }
        boolean isAll = false;
        try {
            Feed.Portion portion = feed.next();
            isAll = portion.isAll();
            if (portion.frame() != null) {
                send(portion.frame(), true);
            }
        } finally {
            if (!isAll) {
                synchronized (this) {
                    woken = true;
                }
            }
        }
    }

    private void tellWhoIsTyping() {
        Id<User> writing;
        synchronized (this) {
            writing = typing.iterator().next();
            typing.remove(writing);
        }
        View frame = feed.typing(writing);
        if (frame != null) {
            send(frame, false);
        }
    }

    private void send(View frame, boolean isNews) {
        long since;
        synchronized (this) {
            if (closed) {
                return;
            }
            sending = true;
            sendingSince = hub.now();
            since = wokenAt;
        }
        outlet.send(new String(Json.write(frame), StandardCharsets.UTF_8), gone -> {
            if (gone && isNews) {
                hub.metrics().time(Series.of(Metric.SOCKET_NEWS), hub.metrics().since(since));
            }
            sent(gone);
        });
    }

    private void sent(boolean gone) {
        synchronized (this) {
            sending = false;
            if (gone) {
                run();
            }
        }
        if (!gone) {
            close(Closing.LEFT);
        }
    }

    /** The client has said something. */
    public void say(byte[] utf8) {
        synchronized (this) {
            Instant now = hub.now();
            if (hub.isOver(countedFrom, MINUTE, now)) {
                countedFrom = now;
                said = 0;
            }
            said++;
            if (closed) {
                return;
            }
        }
        if (said > MOST_SAID) {
            close(Closing.TOO_MUCH);
            return;
        }
        try {
            JsonNode node = Json.read(utf8);
            feed.take(node);
        } catch (Refusal refusal) {
            close(Closing.NOT_UNDERSTOOD);
        } catch (StoreFailure busy) {
            // What a client says at a socket can be done without.
            LogLine.SOCKET_FAILED.to(LOG).because(busy).log();
        }
    }

    /** The client has sent something that is no text. */
    public void sayNoText() {
        close(Closing.NOT_UNDERSTOOD);
    }

    /** The other side has gone, or the socket has failed. */
    public void left() {
        synchronized (this) {
            end(Closing.LEFT);
        }
    }

    void close(Closing why) {
        synchronized (this) {
            if (closed) {
                return;
            }
            end(why);
        }
        outlet.close(why);
    }

    /** Holds the lock. Nothing is sent after this. */
    private void end(Closing why) {
        if (!closed) {
            closed = true;
            hub.gone(this, why);
        }
    }
}
