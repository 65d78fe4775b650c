package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;

/** What every {@link EventStore} does, whatever it keeps its rows on. */
public interface EventStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Zone SEOUL = new Zone("Asia/Seoul");

    EventStore events();

    Transactor transactor();

    /** Someone with an account. */
    Id<User> person();

    /** A group that exists. */
    Id<Group> group();

    /** Time-ordered. */
    <T> Id<T> newId();

    /** @param start in hours after noon */
    default Plan plan(int start) {
        LocalDateTime local = SEOUL.local(NOON.plus(Duration.ofHours(start)));
        return Plan.of(new Line("모임"), new When(local, local.plusHours(2), SEOUL));
    }

    default Event added(Id<Group> group, int start, UnaryOperator<Plan> change) {
        Event event = Event.called(newId(), group, null, person(), change.apply(plan(start)), NOON);
        transactor().run(() -> events().add(event));
        return event;
    }

    default Event added(Id<Group> group, int start) {
        return added(group, start, plan -> plan);
    }

    @Test
    @Covers({"EVT-1", "EVT-2", "EVT-3", "EVT-4", "EVT-7", "EVT-8", "EVT-9"})
    default void anEventIsReadAsItWasWritten() {
        Event full = added(group(), 3, plan -> plan.described(new Prose("둘째 줄\n**굵게**"))
                .of(Event.Kind.OUTDOOR)
                .open(false)
                .in(new Venue(
                        new Line("북한산 입구"),
                        new Line("서울 은평구 대서문길"),
                        new Coordinates(3_765_123_456L, 12_694_999_999L),
                        new MeetingLink("https://meet.example.org/a"),
                        Venue.ShownTo.GOING))
                .limited(12)
                .admitting(new Admission(true, Admission.Promotion.OFFER_LATE, 48, 3)));
        assertThat(events().find(full.id())).contains(full);

        Id<User> host = person();
        Event bare = Event.called(
                newId(),
                null,
                host,
                host,
                Plan.of(new Line("x"), new When(LocalDateTime.parse("2026-07-01T00:00:00"), null, Zone.UTC)),
                NOON);
        transactor().run(() -> events().add(bare));
        assertThat(events().find(bare.id())).contains(bare);
        assertThat(events().findAll(Set.of(full.id(), bare.id(), newId()))).containsExactlyInAnyOrder(full, bare);
    }

    @Test
    @Covers("EVT-11")
    default void whatIsPutReplacesWhatWasThere() {
        Event event = added(group(), 3);
        Event changed = event.on(event.plan().titled(new Line("다른")), true, NOON.plusSeconds(1))
                .cancelled(NOON.plusSeconds(2));
        transactor().run(() -> events().put(changed));
        assertThat(events().find(event.id())).contains(changed);
    }

    @Test
    @Covers({"EVT-13", "PER-8"})
    default void aGroupsEventsComeInTheOrderOfTheirStart() {
        Id<Group> group = group();
        Event late = added(group, 30);
        Event closed = added(group, 20, plan -> plan.open(false));
        Event early = added(group, 10);
        added(group(), 15);
        Event deleted = added(group, 12);
        transactor().run(() -> events().put(deleted.deleted(NOON, NOON)));

        Span span = Span.from(NOON);
        assertThat(events().inGroup(group, span, true, null, 9)).containsExactly(early, closed, late);
        assertThat(events().inGroup(group, span, false, null, 9)).containsExactly(early, late);
        assertThat(events().inGroup(group, span, true, null, 1)).containsExactly(early);
        assertThat(events().inGroup(group, span, true, Cursor.of(early.startsAt(), early.id()), 9))
                .containsExactly(closed, late);
    }

    @Test
    @Covers("EVT-4")
    default void aSpanHoldsWhatStillGoesOnInItAndNothingThatStartsAtItsEnd() {
        Id<Group> group = group();
        Event event = added(group, 10);
        Instant end = event.overAt();
        assertThat(in(group, end, end.plusSeconds(1))).containsExactly(event);
        assertThat(in(group, end.plusSeconds(1), end.plusSeconds(9))).isEmpty();
        assertThat(in(group, NOON, event.startsAt())).isEmpty();
        assertThat(in(group, NOON, event.startsAt().plusMillis(1))).containsExactly(event);
    }

    private List<Event> in(Id<Group> group, Instant from, Instant until) {
        return events().inGroup(group, new Span(from, until), true, null, 9);
    }

    @Test
    @Covers("EVT-12")
    default void aPersonsEventsAreTheirsAlone() {
        Id<User> host = person();
        Event own = Event.called(newId(), null, host, host, plan(5), NOON);
        transactor().run(() -> events().add(own));
        assertThat(events().onPage(host, Span.from(NOON), true, null, 9)).containsExactly(own);
        assertThat(events().onPage(person(), Span.from(NOON), true, null, 9)).isEmpty();
    }

    @Test
    @Covers("DAT-8")
    default void whatWasDeletedLongAgoIsPurgedALimitedNumberAtATime() {
        Id<Group> group = group();
        Event first = added(group, 10);
        Event second = added(group, 11);
        transactor().run(() -> {
            events().put(first.deleted(NOON, NOON));
            events().put(second.deleted(NOON.plusSeconds(5), NOON));
        });
        assertThat(purged(NOON)).isZero();
        assertThat(purged(NOON.plusSeconds(9))).isEqualTo(1);
        assertThat(events().find(first.id())).isEmpty();
        assertThat(events().find(second.id())).isPresent();
        assertThat(purged(NOON.plusSeconds(9))).isEqualTo(1);
    }

    private int purged(Instant before) {
        return transactor().call(() -> events().purge(before, 1));
    }
}
