package org.somoim.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Place;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Puts together what a person has to look forward to, and gives it to calendar programs by links. A link shows what its
 * owner sees at the moment of reading, never more: who is put out of a group does not read on by a link from before.
 */
public final class Calendars {
    /** More is not read at once. */
    public static final Duration LONGEST = Duration.ofDays(400);
    /** What a link shows of what is over, and of what was called off. */
    public static final Duration LOOKING_BACK = Duration.ofDays(30);
    /** What a link shows at most; what starts first comes first. */
    public static final int MOST_IN_A_FEED = 2000;

    private static final int MOST_LINKS = 20;
    private static final Comparator<CalendarEntry> BY_START = Comparator.comparing(CalendarEntry::startsAt)
            .thenComparing(entry -> new Id<User>(entry.id().value()));

    private final CalendarLinkStore store;
    private final List<CalendarSource> sources;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public Calendars(
            CalendarLinkStore store,
            List<? extends CalendarSource> sources,
            Secrets secrets,
            InstantSource clock,
            Access access,
            Work work) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.secrets = secrets;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * What concerns the actor in a stretch of time, earlier starts first: what takes place in their groups, what they host,
     * what they go to. What was called off, too.
     *
     * @param place one group alone, or null for everything
     * @param from what is over before it is left out
     * @param until what starts then or later is left out; at most {@link #LONGEST} after {@code from}
     * @throws org.somoim.kernel.Refusal {@link CalendarReason#ENDS_BEFORE_IT_BEGINS}, {@link CalendarReason#TOO_LONG},
     *     {@code access.not-found}
     */
    public Page<CalendarEntry> entries(
            Actor actor, @Nullable Id<? extends Place> place, Instant from, Instant until, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = reader(actor, place);
            if (!until.isAfter(from)) {
                throw CalendarReason.ENDS_BEFORE_IT_BEGINS.refuse();
            }
            if (from.until(until, ChronoUnit.SECONDS) > LONGEST.toSeconds()) {
                throw CalendarReason.TOO_LONG.refuse();
            }
            return Page.of(
                    ask, (after, limit) -> merged(person, place, from, until, after, limit), CalendarEntry::cursor);
        });
    }

    private List<CalendarEntry> merged(
            Id<User> person,
            @Nullable Id<? extends Place> place,
            Instant from,
            Instant until,
            @Nullable Cursor after,
            int limit) {
        List<CalendarEntry> all = new ArrayList<>();
        for (CalendarSource source : sources) {
            all.addAll(source.entries(person, place, from, until, after, limit));
        }
        return all.stream().sorted(BY_START).limit(limit).toList();
    }

    /**
     * Makes a link for a calendar program. Whoever has it reads what the actor sees; it is shown this once.
     *
     * @param name under which calendar programs show it
     * @param place one group alone, or null for everything
     * @throws org.somoim.kernel.Refusal {@link CalendarReason#TOO_MANY_LINKS}, {@code access.not-found}
     */
    public CalendarLink.Issued issue(Actor actor, Line name, @Nullable Id<? extends Place> place) {
        return work.call(tx -> {
            Id<User> person = reader(actor, place);
            if (store.of(person).size() >= MOST_LINKS) {
                throw CalendarReason.TOO_MANY_LINKS.refuse();
            }
            Secrets.Secret secret = secrets.next();
            var link = new CalendarLink(tx.newRandomId(), person, name, place, tx.now());
            store.add(link, secret.digest());
            tx.announce(new CalendarFact.LinkIssued(link.id(), person, place));
            return new CalendarLink.Issued(link, secret);
        });
    }

    /** The actor's own, oldest first, without their secrets. */
    public List<CalendarLink> links(Actor actor) {
        return work.read(() -> store.of(access.requirePerson(actor)));
    }

    /**
     * Takes one of the actor's own links away; nobody reads by it any more.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void revoke(Actor actor, Id<CalendarLink> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            CalendarLink link = store.find(id)
                    .filter(found -> found.userId().equals(person))
                    .orElseThrow(() -> access.notFound(id));
            store.remove(link.id());
            tx.announce(new CalendarFact.LinkRevoked(id, person));
            return id;
        });
    }

    /**
     * What a link shows: from 30 days ago on, without what was called off longer ago than that; at most
     * {@value #MOST_IN_A_FEED}. Empty if its owner sees nothing, such as somebody who has left the group it is about.
     *
     * @param actor anyone: the secret is the right
     * @throws org.somoim.kernel.Refusal {@code access.not-found} if there is no such link, or its owner's account is closed
     */
    public Feed feed(Actor actor, Secrets.Secret secret) {
        return work.read(() -> {
            access.letAnyone(actor);
            CalendarLink link = store.findByDigest(secret.digest())
                    .filter(found -> access.isActive(found.userId()))
                    .orElseThrow(AccessReason.NOT_FOUND::refuse);
            Instant from = clock.instant().minus(LOOKING_BACK);
            Instant until = clock.instant().plus(LONGEST);
            List<CalendarEntry> all = merged(link.userId(), link.placeId(), from, until, null, MOST_IN_A_FEED);
            List<CalendarEntry> shown = all.stream()
                    .filter(entry ->
                            entry.cancelledAt() == null || entry.cancelledAt().isAfter(from))
                    .toList();
            return new Feed(link.name(), shown);
        });
    }

    /**
     * What a link shows.
     *
     * @param entries earlier starts first
     */
    public record Feed(Line name, List<CalendarEntry> entries) {
        public Feed {
            entries = List.copyOf(entries);
        }
    }

    private Id<User> reader(Actor actor, @Nullable Id<? extends Place> place) {
        return place == null
                ? access.requirePerson(actor)
                : access.require(actor, CalendarAction.SEE, place).person();
    }
}
