package org.somoim.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/** Plug. Answers for what is kept of who calls meetings and who comes to them. */
public final class EventPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("events")
            .table("events", Purpose.CONVERSATION)
            .person("creator-id", OnErasure.CHOSEN)
            .person("page-of", OnErasure.REMOVED)
            .about(
                    "creator-id",
                    "title",
                    "description",
                    "kind",
                    "is-public",
                    "starts-on",
                    "ends-on",
                    "zone",
                    "starts-at",
                    "ends-at",
                    "venue-label",
                    "address",
                    "latitude",
                    "longitude",
                    "online",
                    "venue-for",
                    "cancelled-at",
                    "created-at",
                    "updated-at",
                    "deleted-at")
            .plain(
                    "id",
                    "group-id",
                    "series-id",
                    "recurrence",
                    "max-attendees",
                    "by-approval",
                    "promotion",
                    "offer-hours",
                    "most-guests",
                    "sequence",
                    "taken",
                    "lined",
                    "erased-at")
            .keptAfter("deleted", Events.RESTORABLE)
            .table("event-series", Purpose.CONVERSATION)
            .person("creator-id", OnErasure.CHOSEN)
            .person("page-of", OnErasure.REMOVED)
            .about(
                    "creator-id",
                    "rule",
                    "title",
                    "description",
                    "kind",
                    "is-public",
                    "starts-on",
                    "ends-on",
                    "zone",
                    "venue-label",
                    "address",
                    "latitude",
                    "longitude",
                    "online",
                    "venue-for",
                    "ended-at",
                    "created-at",
                    "updated-at")
            .plain(
                    "id",
                    "group-id",
                    "max-attendees",
                    "by-approval",
                    "promotion",
                    "offer-hours",
                    "most-guests",
                    "made-until",
                    "erased-at")
            .table("rsvps", Purpose.BELONGING)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "answer", "guests", "line", "offered-until", "attendance", "created-at", "updated-at")
            .plain("event-id")
            .done();

    private final EventStore events;
    private final SeriesStore series;
    private final RsvpStore rsvps;
    private final Seats seats;

    public EventPersonalData(EventStore events, SeriesStore series, RsvpStore rsvps) {
        this.events = events;
        this.series = series;
        this.rsvps = rsvps;
        this.seats = new Seats(rsvps);
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> events.calledBy(person, after, limit),
                event -> Cursor.of(event.createdAt(), event.id()),
                event -> to.accept(event(event)));
        Walk.through(
                (after, limit) -> series.begunBy(person, after, limit),
                one -> Cursor.of(one.createdAt(), one.id()),
                one -> to.accept(series(one)));
        Walk.through(
                (after, limit) -> rsvps.of(person, after, limit),
                rsvp -> Cursor.of(rsvp.createdAt(), rsvp.eventId()),
                rsvp -> to.accept(rsvp(rsvp)));
    }

    private static Excerpt event(Event event) {
        return planned(
                        Excerpt.of("events")
                                .id("id", event.id())
                                .id("group-id", event.groupId())
                                .id("series-id", event.seriesId())
                                .text(
                                        "recurrence",
                                        event.recurrence() == null
                                                ? null
                                                : event.recurrence().toString()),
                        event.plan())
                .time("starts-at", event.startsAt())
                .time("ends-at", event.endsAt())
                .number("sequence", event.sequence())
                .time("cancelled-at", event.cancelledAt())
                .time("created-at", event.createdAt())
                .time("updated-at", event.updatedAt())
                .time("deleted-at", event.deletedAt())
                .done();
    }

    private static Excerpt series(Series series) {
        return planned(Excerpt.of("event-series").id("id", series.id()).id("group-id", series.groupId()), series.plan())
                .text("rule", series.rule().value())
                .time("ended-at", series.endedAt())
                .time("created-at", series.createdAt())
                .done();
    }

    private static Excerpt.Builder planned(Excerpt.Builder says, Plan plan) {
        says.text("title", plan.title())
                .text("description", plan.description())
                .text("kind", plan.kind())
                .truth("is-public", plan.isPublic())
                .text("starts-on", plan.when().starts().toString())
                .text(
                        "ends-on",
                        plan.when().ends() == null ? null : plan.when().ends().toString())
                .text("zone", plan.when().zone().value());
        Venue venue = plan.venue();
        if (venue != null) {
            says.text("venue-label", venue.label())
                    .text("address", venue.address())
                    .text(
                            "online",
                            venue.online() == null ? null : venue.online().value())
                    .text("venue-for", venue.shownTo());
            if (venue.coordinates() != null) {
                says.number("latitude", venue.coordinates().latitude())
                        .number("longitude", venue.coordinates().longitude());
            }
        }
        return says;
    }

    private static Excerpt rsvp(Rsvp rsvp) {
        Excerpt.Builder says = Excerpt.of("rsvps")
                .id("event-id", rsvp.eventId())
                .text("answer", rsvp.answer())
                .number("guests", rsvp.guests());
        if (rsvp.line() != null) {
            says.number("line", rsvp.line());
        }
        return says.time("offered-until", rsvp.offeredUntil())
                .text("attendance", rsvp.attendance())
                .time("created-at", rsvp.createdAt())
                .time("updated-at", rsvp.updatedAt())
                .done();
    }

    /** What the person hosts themself is called off while those who come can still be told. */
    @Override
    public void close(Work.Tx tx, Id<User> person) {
        List<Event> toCome = new ArrayList<>();
        Walk.through(
                (after, limit) -> events.onPage(person, Span.from(tx.now()), true, after, limit),
                event -> Cursor.of(event.startsAt(), event.id()),
                event -> {
                    if (!event.isCancelled() && event.overAt().isAfter(tx.now())) {
                        toCome.add(event);
                    }
                });
        toCome.forEach(event -> cancel(tx, event, person));
        Walk.through(
                (after, limit) -> series.begunBy(person, after, limit),
                one -> Cursor.of(one.createdAt(), one.id()),
                one -> end(tx, one, person));
    }

    /** A series of a group goes on only as far as it has been made: whoever would answer for more of it is gone. */
    private void end(Work.Tx tx, Series one, Id<User> person) {
        if (one.endedAt() == null) {
            series.put(one.ended(tx.now()));
            tx.announce(new EventFact.SeriesEnded(one.id(), person));
        }
    }

    private void cancel(Work.Tx tx, Event event, Id<User> person) {
        events.put(event.cancelled(tx.now()));
        tx.announce(new EventFact.Cancelled(event.id(), person));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Id<User> person = leaving.person();
        List<Rsvp> answers = rsvps.of(person, null, most);
        answers.forEach(rsvp -> withdraw(tx, rsvp));
        if (!answers.isEmpty()) {
            return answers.size();
        }
        List<Event> called = events.leaving(person, leaving.keeps("events"), most);
        called.forEach(event -> erase(tx, event, person));
        if (!called.isEmpty()) {
            return called.size();
        }
        List<Series> begun = series.leaving(person, leaving.keeps("event-series"), most);
        begun.forEach(one -> series.empty(one.id(), tx.now()));
        return begun.size();
    }

    private void withdraw(Work.Tx tx, Rsvp rsvp) {
        Event event = events.find(rsvp.eventId())
                .orElseThrow(() -> new IllegalStateException("an answer to an event that is not there"));
        seats.remove(tx, event, rsvp);
    }

    /** Where others have answered, its place stays, and is called off if it is still to come. */
    private void erase(Work.Tx tx, Event event, Id<User> person) {
        if (!rsvps.isAnswered(event.id(), person)) {
            events.remove(event.id());
            return;
        }
        if (!event.isCancelled() && isToCome(event, tx.now())) {
            cancel(tx, event, person);
        }
        events.empty(event.id(), tx.now());
    }

    private static boolean isToCome(Event event, Instant now) {
        return event.overAt().isAfter(now);
    }
}
