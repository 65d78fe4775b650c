package org.somoim.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.http.wire.Json;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.live.Hint;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;

/**
 * One socket. What is new is read only when the socket has taken all that was sent before, by the {@link Room} for all who
 * are ready, and then handed over at once: so nothing waits here that somebody may not read any more by the time it goes
 * out, no socket holds more than one frame, and one that does not read holds up nobody. What piles up behind it is in the
 * store, and is found there.
 */
public final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** In which a client may say {@link #MOST_SAID} things. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int MOST_SAID = 60;

    /** More than this who are writing at once are not told of. */
    private static final int MOST_TYPING = 20;

    private final LiveHub hub;
    private final Room room;
    private final Id<User> person;
    private final SignIn signIn;
    private final Feed feed;
    private final Outlet outlet;

    private final Set<Id<User>> typing = new LinkedHashSet<>();
    private Spot spot;
    private boolean greeted;
    private boolean woken = true;
    private boolean due;
    private boolean busy;
    private boolean sending;
    private boolean closed;
    private long wokenAt;
    /** In milliseconds, as it changes with every frame: an object each would keep the collector busy. */
    private long sendingSince;

    private Instant checkedAt;
    private Instant pingedAt;
    private Instant countedFrom;
    private int said;

    Line(LiveHub hub, Room room, Id<User> person, SignIn signIn, Feed feed, Outlet outlet, Instant now) {
        this.hub = hub;
        this.room = room;
        this.person = person;
        this.signIn = signIn;
        this.feed = feed;
        this.outlet = outlet;
        this.spot = feed.spot();
        this.wokenAt = hub.metrics().ticks();
        this.sendingSince = now.toEpochMilli();
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

    SignIn signIn() {
        return signIn;
    }

    synchronized Spot spot() {
        return spot;
    }

    /** There may be news. */
    synchronized void hear(Hint hint) {
        if (hint instanceof Hint.Typing writing) {
            if (typing.size() < MOST_TYPING) {
                typing.add(writing.person());
            }
        } else if (!woken && !spot.knows(hint)) {
            woken = true;
            wokenAt = hub.metrics().ticks();
        }
        goOn();
    }

    /** Some time has passed. */
    synchronized void tick(Instant now) {
        if (closed) {
            return;
        }
        if (sending && now.toEpochMilli() < sendingSince) {
            // It was handed over after the hub has looked at the clock, or the clock was set back: nobody's fault.
            sendingSince = now.toEpochMilli();
        }
        if (sending && hub.isOver(Instant.ofEpochMilli(sendingSince), LiveHub.MOST_SENDING, now)) {
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
        goOn();
    }

    /** If there is anything to do and nobody is at it, waits to be served. Holds the lock. */
    private void goOn() {
        if (busy) {
            return;
        }
        Step step = next();
        if (step != Step.NOTHING) {
            busy = true;
            if (step == Step.GREET) {
                hub.run(this::greet);
            } else {
                room.queue(this);
            }
        }
    }

    /** What is to be done for a line. */
    enum Step {
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

    /** What the room is to do, which calls {@link #rest} afterwards. */
    synchronized Step begin() {
        Step step = next();
        if (step == Step.READ) {
            // Before reading: a hint that comes meanwhile may be of something that is not in it.
            woken = false;
        }
        return step;
    }

    /** What was begun is done. */
    void rest() {
        synchronized (this) {
            busy = false;
            goOn();
        }
        room.serve();
    }

    /** What was begun could not be done, and is to be tried again when some time has passed. */
    synchronized void putOff() {
        busy = false;
        woken = true;
    }

    /** What was begun for this line alone has failed. */
    void fail(RuntimeException error) {
        if (error instanceof Refusal) {
            close(Closing.NOT_HERE);
        } else {
            LogLine.SOCKET_FAILED.to(LOG).because(error).log();
            close(Closing.FAILED);
        }
        rest();
    }

    private void greet() {
        try {
            Frame greeting = Frame.of(feed.greeting());
            synchronized (this) {
                greeted = true;
            }
            send(greeting, false);
            rest();
        } catch (StoreFailure busy) {
            putOff();
        } catch (RuntimeException error) {
            fail(error);
        }
    }

    /** What has come out of asking whether they may stay. */
    void checked(boolean mayStay) {
        if (!mayStay) {
            close(Closing.NOT_HERE);
            return;
        }
        synchronized (this) {
            due = false;
            checkedAt = hub.now();
        }
    }

    /** Someone who is writing, and who is not told of again until they write again. There is one. */
    synchronized Id<User> nextTyping() {
        Id<User> writing = typing.iterator().next();
        typing.remove(writing);
        return writing;
    }

    void tell(Spot.Portion portion) {
        synchronized (this) {
            spot = portion.then();
            woken |= !portion.isAll();
        }
        if (portion.frame() != null) {
            send(portion.frame(), true);
        }
    }

    void send(Frame frame, boolean isNews) {
        long since;
        synchronized (this) {
            if (closed) {
                return;
            }
            sending = true;
            sendingSince = hub.now().toEpochMilli();
            since = wokenAt;
        }
        try {
            outlet.send(frame, gone -> {
                if (gone && isNews) {
                    hub.metrics()
                            .time(Series.of(Metric.SOCKET_NEWS), hub.metrics().since(since));
                }
                sent(gone);
            });
        } catch (RuntimeException error) {
            LogLine.SOCKET_FAILED.to(LOG).because(error).log();
            close(Closing.FAILED);
        }
    }

    synchronized boolean isSending() {
        return sending;
    }

    private void sent(boolean gone) {
        synchronized (this) {
            sending = false;
            if (gone) {
                goOn();
            }
        }
        if (gone) {
            room.serve();
        } else {
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
