package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFilter;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

class EventsTest {
    private static final String NOT_FOUND = "access.not-found";
    private static final String NOT_ALLOWED = "access.not-allowed";

    private final Community town = new Community();
    private final Events events = town.somoim.events();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person member = town.memberOf(group);
    private final Actor.Person other = town.memberOf(group);
    private final Actor.Person moderator = town.moderatorOf(group);
    private final Actor.Person stranger = town.person();

    private Plan plan() {
        return town.plan("모임");
    }

    private Fact lastFact() {
        FactLog log = town.ports.facts();
        return log.find(log.newest()).orElseThrow().fact();
    }

    private List<Event> listed(Actor reader) {
        return events.inGroup(reader, group.id(), Span.from(town.clock.instant()), Page.Ask.first())
                .items();
    }

    // Calling and seeing

    @Test
    @Covers({"EVT-1", "EVT-9", "EVT-10", "EVT-11", "X23"})
    void aMemberCallsAMeetingAndOthersSeeIt() {
        Event event = events.call(member, group.id(), plan().in(Venue.at(Line.of("서울 마포구 1"))));

        assertThat(lastFact()).isEqualTo(new EventFact.Called(event.id(), group.id(), null, member.id()));
        assertThat(events.find(stranger, event.id())).isEqualTo(event);
        assertThat(listed(other)).containsExactly(event);
        assertThat(event.isPublic()).isTrue();
        assertThat(event.isCancelled()).isFalse();
        assertThat(event.creatorId()).isEqualTo(member.id());
        assertRefused(NOT_ALLOWED, () -> events.call(stranger, group.id(), plan()));
        assertRefused("access.not-signed-in", () -> events.find(Actor.visitor(), event.id()));
    }

    @Test
    @Covers({"EVT-5", "EVT-8", "X23"})
    void whatCannotBeIsRefused() {
        Plan now = plan().at(new When(Zone.UTC.local(town.clock.instant()), null, Zone.UTC));
        assertRefused("events.in-the-past", () -> events.call(member, group.id(), now));
        assertRefused("events.no-seats", () -> plan().limited(0));
        assertRefused("events.nowhere", () -> new Venue(Line.of("label"), null, null, null, Venue.ShownTo.EVERYONE));
        assertRefused("events.not-on-earth", () -> new Coordinates(9_000_000_001L, 0));
        assertRefused("events.not-on-earth", () -> new Coordinates(0, -18_000_000_001L));
        assertRefused("events.not-a-meeting-link", () -> new MeetingLink("http://example.org/"));
        assertRefused("events.not-a-meeting-link", () -> new MeetingLink("https://me:secret@example.org/"));
    }

    @Test
    @Covers({"EVT-9", "X24"})
    void anEventIsNeverSeenFromFurtherThanItsHost() {
        Group secret = town.secretGroup(owner);
        Event hidden = events.call(owner, secret.id(), plan());
        assertRefused(NOT_FOUND, () -> events.find(stranger, hidden.id()));
        assertRefused(NOT_FOUND, () -> events.edit(stranger, hidden.id(), plan -> plan));
        assertRefused(NOT_FOUND, () -> events.cancel(town.banned(secret), hidden.id()));

        Event closed = events.call(member, group.id(), plan().open(false));
        assertRefused(NOT_FOUND, () -> events.find(stranger, closed.id()));
        assertRefused(NOT_FOUND, () -> events.cancel(stranger, closed.id()));
        assertThat(listed(stranger)).isEmpty();
        assertThat(listed(other)).containsExactly(closed);

        town.somoim.groups().edit(owner, group.id(), terms -> terms.seen(Visibility.SECRET));
        assertRefused(NOT_FOUND, () -> listed(stranger));
    }

    @Test
    @Covers("EVT-4")
    void aSpanReachesAsFarAsEventsDo() {
        assertThat(new Span(Instant.MIN, Instant.MAX)).isEqualTo(Span.from(Instant.EPOCH));
        assertThat(events.inGroup(owner, group.id(), new Span(Instant.MIN, Instant.MIN), Page.Ask.first())
                        .items())
                .isEmpty();
    }

    @Test
    @Covers({"EVT-12", "X24"})
    void aPersonHostsWithoutAGroup() {
        openPage(Audience.EVERYONE);
        Event own = events.callOwn(member, plan());
        assertThat(events.find(stranger, own.id())).isEqualTo(own);
        assertThat(onPage(stranger)).containsExactly(own);
        Event closed = events.callOwn(member, plan().open(false));
        assertRefused(NOT_FOUND, () -> events.find(stranger, closed.id()));
        assertThat(events.find(other, closed.id())).isEqualTo(closed);
        assertRefused(NOT_ALLOWED, () -> events.cancel(other, closed.id()));

        openPage(Audience.NOBODY);
        assertRefused(NOT_FOUND, () -> events.find(stranger, own.id()));
        assertRefused(NOT_FOUND, () -> onPage(other));
    }

    private void openPage(Audience audience) {
        town.somoim.profiles().changeSettings(member, Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
    }

    private List<Event> onPage(Actor reader) {
        return events.onPage(reader, member.id(), Span.from(town.clock.instant()), Page.Ask.first())
                .items();
    }

    // Where it is

    @Test
    @Covers({"EVT-2", "EVT-3"})
    void howToGetThereIsForThoseWhomThePlaceIsShownTo() {
        Venue venue = new Venue(
                Line.of("마포 어딘가"),
                Line.of("마포대로 1, 101호"),
                new Coordinates(3_755_000_000L, 12_695_000_000L),
                new MeetingLink("https://meet.example.org/secret"),
                Venue.ShownTo.MEMBERS);
        Event event = events.call(member, group.id(), plan().in(venue));

        assertThat(events.find(other, event.id()).plan().venue()).isEqualTo(venue);
        Event outside = events.find(stranger, event.id());
        assertThat(outside.venueLabel()).isEqualTo(Line.of("마포 어딘가"));
        assertThat(outside).isEqualTo(event.withoutWay());
        assertThat(outside.address()).isNull();
        assertThat(outside.coordinates()).isNull();
        assertThat(outside.online()).isNull();
        assertThat(listed(stranger)).containsExactly(event.withoutWay());

        Event forThoseWhoGo = events.edit(member, event.id(), plan -> plan.in(venue.shownTo(Venue.ShownTo.GOING)));
        assertThat(events.find(other, event.id())).isEqualTo(forThoseWhoGo.withoutWay());
        assertThat(listed(other)).containsExactly(forThoseWhoGo.withoutWay());
        assertThat(events.find(member, event.id())).isEqualTo(forThoseWhoGo);
        assertThat(events.find(moderator, event.id())).isEqualTo(forThoseWhoGo);
    }

    @Test
    @Covers("PRF-12")
    void whoCalledItIsNotToldToThoseApartFromThem() {
        Event event = events.call(member, group.id(), plan());
        town.somoim.profiles().block(member, other.id());
        town.somoim.profiles().block(member, moderator.id());
        assertThat(events.find(other, event.id())).isEqualTo(event.withoutCreator());
        assertThat(listed(other)).containsExactly(event.withoutCreator());
        assertThat(events.find(moderator, event.id()).creatorId()).isEqualTo(member.id());
    }

    // Changing

    @Test
    @Covers({"EVT-11", "EVT-1"})
    void aChangeThatThoseWhoComeMustKnowOfRaisesTheSequence() {
        Event event = events.call(member, group.id(), plan());
        town.clock.advance(Duration.ofMinutes(1));

        Event renamed = events.edit(member, event.id(), plan -> plan.titled(Line.of("다른 이름")));
        assertThat(renamed.sequence()).isZero();
        assertThat(renamed.updatedAt()).isAfter(event.updatedAt());
        assertThat(lastFact()).isEqualTo(new EventFact.Edited(event.id(), member.id(), 0, false));

        Event moved = events.edit(
                moderator,
                event.id(),
                plan -> plan.at(plan.when().movedTo(plan.when().starts().plusHours(1))));
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(lastFact()).isEqualTo(new EventFact.Edited(event.id(), moderator.id(), 1, true));
        assertThat(events.edit(member, event.id(), plan -> plan)).isEqualTo(moved);

        assertRefused(NOT_ALLOWED, () -> events.edit(other, event.id(), plan -> plan));
        Instant past = town.clock.instant().minusSeconds(60);
        assertRefused(
                "events.in-the-past",
                () -> events.edit(member, event.id(), plan -> plan.at(new When(Zone.UTC.local(past), null, Zone.UTC))));
    }

    @Test
    @Covers({"EVT-10", "X23"})
    void whatIsCalledOffStaysWhereItIs() {
        Event event = events.call(member, group.id(), plan());
        assertRefused(NOT_ALLOWED, () -> events.cancel(other, event.id()));
        Event cancelled = events.cancel(member, event.id());

        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.sequence()).isEqualTo(1);
        assertThat(lastFact()).isEqualTo(new EventFact.Cancelled(event.id(), member.id()));
        assertThat(listed(stranger)).containsExactly(cancelled);
        assertThat(events.cancel(member, event.id())).isEqualTo(cancelled);
        assertRefused("events.cancelled", () -> events.edit(member, event.id(), plan -> plan));

        Event past = events.call(member, group.id(), plan());
        town.clock.advance(Duration.ofDays(60));
        assertRefused("events.over", () -> events.cancel(member, past.id()));
    }

    @Test
    @Covers({"EVT-11", "DAT-8"})
    void whatIsDeletedCanBeBroughtBackForThirtyDays() {
        Event event = events.call(member, group.id(), plan());
        assertRefused(NOT_ALLOWED, () -> events.delete(other, event.id()));
        events.delete(member, event.id());
        assertRefused(NOT_FOUND, () -> events.find(owner, event.id()));
        assertThat(listed(owner)).isEmpty();
        assertRefused(NOT_FOUND, () -> events.restore(other, event.id()));
        events.restore(moderator, event.id());
        assertThat(listed(owner)).hasSize(1);
        assertRefused(NOT_FOUND, () -> events.restore(member, event.id()));

        events.delete(member, event.id());
        town.clock.advance(Events.RESTORABLE);
        town.somoim.tick();
        assertThat(events.restore(member, event.id()).isDeleted()).isFalse();
        events.delete(member, event.id());
        town.clock.advance(Events.RESTORABLE.plusMillis(1));
        assertRefused("events.too-late-to-restore", () -> events.restore(member, event.id()));
        town.somoim.tick();
        assertRefused(NOT_FOUND, () -> events.restore(member, event.id()));
    }

    // Crews

    @Test
    @Covers({"GRP-11", "X5"})
    void aCrewIsFormedForAnEventThatItsFounderSees() {
        Event event = events.call(member, group.id(), plan().open(false));
        Group crew = town.somoim.groups().create(other, crew(event.id()));
        assertThat(crew.eventId()).isEqualTo(event.id());
        assertThat(town.somoim
                        .groups()
                        .browse(stranger, GroupFilter.event(event.id()), Page.Ask.first())
                        .items())
                .extracting(Group::id)
                .containsExactly(crew.id());

        assertRefused("groups.no-such-event", () -> town.somoim.groups().create(stranger, crew(event.id())));
        assertRefused("groups.no-such-event", () -> town.somoim.groups().create(other, crew(group.id())));
        events.cancel(member, event.id());
        assertRefused("groups.no-such-event", () -> town.somoim.groups().create(other, crew(event.id())));
    }

    @Test
    @Covers({"GRP-11", "X5"})
    void aCrewHostsAnEventAndThatCanHaveCrewsAgain() {
        Event far = events.call(member, group.id(), plan());
        Group crew = town.somoim.groups().create(other, crew(far.id()));
        Event near = events.call(other, crew.id(), plan());
        Group inner = town.somoim.groups().create(other, crew(near.id()));
        assertThat(inner.eventId()).isEqualTo(near.id());
    }

    private static NewGroup crew(Id<?> event) {
        return new NewGroup(Group.Kind.CREW, Terms.of(Group.Kind.CREW, Line.of("같이 가요")), event);
    }
}
