package org.somoim.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.events.Event;
import org.somoim.events.Rule;
import org.somoim.events.Venue;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.memory.Community;

/** What calendars show, on whatever ports. */
@Covers({"CAL-1", "CAL-2"})
public abstract class CalendarsContract {
    private static final Line NAME = Line.of("우리 모임");
    private static final String NOT_FOUND = "access.not-found";

    private Community town;
    private Calendars calendars;
    private Actor.Person owner;
    private Actor.Person member;
    private Group group;

    protected abstract Community open();

    @BeforeEach
    void setScene() {
        town = open();
        calendars = town.somoim.calendars();
        owner = town.person();
        group = town.openGroup(owner);
        member = town.memberOf(group);
    }

    private List<String> titles(List<CalendarEntry> entries) {
        return entries.stream().map(entry -> entry.title().value()).toList();
    }

    private List<CalendarEntry> seen(Actor reader, @Nullable Id<Group> place) {
        Instant now = town.clock.instant();
        return calendars
                .entries(reader, place, now, now.plus(Duration.ofDays(60)), Page.Ask.first(50))
                .items();
    }

    private List<CalendarEntry> seen(Actor reader) {
        return seen(reader, null);
    }

    private Event called(Actor.Person by, Group where, String title) {
        return town.somoim.events().call(by, where.id(), town.plan(title));
    }

    @Test
    void aPersonSeesWhatTheirGroupsHostWhatTheyHostAndWhatTheyGoTo() {
        Group family = town.family(member);
        Actor.Person stranger = town.person();
        Group elsewhere = town.openGroup(stranger);
        called(owner, group, "ours");
        called(member, family, "생일");
        called(stranger, elsewhere, "theirs");
        town.somoim.events().callOwn(member, town.plan("own"));
        Event left = called(stranger, elsewhere, "may come");
        town.somoim.memberships().join(member, elsewhere.id());
        town.somoim.rsvps().attend(member, left.id(), 0);
        town.somoim.memberships().leave(member, elsewhere.id());

        assertThat(titles(seen(member))).contains("ours", "생일", "own").doesNotContain("theirs");
        assertThat(titles(seen(member, family.id()))).containsExactly("생일");
        assertThat(titles(seen(owner))).containsExactly("ours");
        assertRefused(NOT_FOUND, () -> seen(stranger, family.id()));
        assertRefused(NOT_FOUND, () -> seen(stranger, group.id()));
        assertRefused("access.not-signed-in", () -> seen(Actor.visitor()));
    }

    @Test
    void everyOccurrenceIsAnEntryAndAMovedOneIsWhereItIsNow() {
        town.somoim.recurrences().begin(owner, group.id(), town.plan("weekly"), Rule.of("FREQ=WEEKLY;COUNT=4"));
        List<CalendarEntry> before = seen(member);
        assertThat(before).hasSize(4);

        var third = before.get(2);
        town.somoim
                .events()
                .edit(
                        owner,
                        new Id<>(third.id().value()),
                        plan -> plan.at(new When(third.startsOn().plusDays(10), null, new Zone("Europe/Berlin"))));
        town.somoim.events().cancel(owner, new Id<>(before.get(3).id().value()));

        List<CalendarEntry> after = seen(member);
        assertThat(after)
                .extracting(CalendarEntry::id)
                .containsExactly(
                        before.get(0).id(), before.get(1).id(), before.get(3).id(), third.id());
        assertThat(after.get(3).sequence()).isEqualTo(1);
        assertThat(after.get(3).zone()).hasToString("Europe/Berlin");
        assertThat(after.get(2).cancelledAt()).isNotNull();
    }

    /** By pages of two, wherever the stretch begins, in a group and on one's own page. */
    @Test
    void whatLastsLongIsInEveryStretchThatItGoesOnIn() {
        LocalDateTime first = town.plan("first").when().starts();
        List<Duration> lengths = List.of(
                Duration.ofHours(2),
                Duration.ofHours(24),
                Duration.ofHours(24).plusSeconds(1),
                Duration.ofDays(3),
                Duration.ofDays(31));
        List<Event> all = new ArrayList<>();
        for (int day = 0; day < 6; day += 2) {
            for (Duration length : lengths) {
                LocalDateTime starts = first.plusDays(day).plusMinutes(all.size());
                var when = new When(starts, starts.plus(length), new Zone("Asia/Seoul"));
                all.add(town.somoim
                        .events()
                        .call(owner, group.id(), town.plan("ours").at(when)));
                all.add(town.somoim.events().callOwn(member, town.plan("own").at(when)));
            }
        }
        for (int hours = -24; hours < 40 * 24; hours += 11) {
            Instant from = all.get(0).startsAt().plus(Duration.ofHours(hours));
            Instant until = from.plus(Duration.ofDays(2));

            assertThat(whole(from, until))
                    .as("from %s", from)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(event -> event.startsAt().isBefore(until)
                                    && !Objects.requireNonNull(event.endsAt()).isBefore(from))
                            .map(event -> event.id().value())
                            .toList());
        }
    }

    private List<UUID> whole(Instant from, Instant until) {
        List<UUID> ids = new ArrayList<>();
        for (Page.@Nullable Ask ask = Page.Ask.first(2); ask != null; ) {
            Page<CalendarEntry> page = calendars.entries(member, null, from, until, ask);
            page.items().forEach(entry -> ids.add(entry.id().value()));
            ask = page.next() == null ? null : new Page.Ask(page.next(), 2);
        }
        return ids;
    }

    @Test
    void aStretchOfTimeHoldsWhatLastsIntoItAndNotWhatStartsAtItsEnd() {
        Event event = called(owner, group, "two hours");
        Instant start = event.startsAt();

        assertThat(between(start.plusSeconds(3600), start.plusSeconds(3601))).hasSize(1);
        assertThat(between(start.minusSeconds(60), start)).isEmpty();
        assertThat(between(start.plusSeconds(7201), start.plusSeconds(9000))).isEmpty();
        assertRefused("calendar.ends-before-it-begins", () -> between(start, start));
        assertRefused(
                "calendar.too-long",
                () -> between(start, start.plus(Duration.ofDays(400)).plusSeconds(1)));
        assertThat(between(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(400))))
                .isEmpty();
    }

    private List<CalendarEntry> between(Instant from, Instant until) {
        return calendars.entries(member, null, from, until, Page.Ask.first()).items();
    }

    @Test
    void pagesTogetherAreTheWholeEachOnce() {
        Group second = town.openGroup(member);
        town.somoim.memberships().join(owner, second.id());
        List<Id<Event>> all = IntStream.range(0, 23)
                .mapToObj(i -> called(i % 2 == 0 ? owner : member, i % 3 == 0 ? second : group, "event " + i)
                        .id())
                .toList();
        Instant now = town.clock.instant();
        var read = new ArrayList<Id<?>>();
        Page.Ask ask = Page.Ask.first(5);
        while (ask != null) {
            Page<CalendarEntry> page = calendars.entries(member, null, now, now.plus(Duration.ofDays(60)), ask);
            page.items().forEach(entry -> read.add(entry.id()));
            ask = page.next() == null ? null : new Page.Ask(page.next(), 5);
        }
        assertThat(read).doesNotHaveDuplicates().hasSameElementsAs(all);
    }

    @Test
    void whereSomethingIsIsForThoseWhoLearnItElsewhere() {
        Event hidden = town.somoim
                .events()
                .call(
                        owner,
                        group.id(),
                        town.plan("at home").in(Venue.at(Line.of("서울 1가 2")).shownTo(Venue.ShownTo.GOING)));
        assertThat(seen(member).get(0).location()).isNull();
        assertThat(seen(member).get(0).attending()).isFalse();
        town.somoim.rsvps().attend(member, hidden.id(), 0);
        assertThat(seen(member).get(0).location()).isEqualTo("서울 1가 2");
        assertThat(seen(member).get(0).attending()).isTrue();
    }

    // Links

    private CalendarLink.Issued issued(@Nullable Group place) {
        return calendars.issue(member, NAME, place == null ? null : place.id());
    }

    private List<String> read(CalendarLink.Issued link) {
        return titles(calendars.feed(Actor.visitor(), link.secret()).entries());
    }

    @Test
    void aLinkShowsWhatItsOwnerSeesUntilItIsTakenAway() {
        Group family = town.family(member);
        called(member, family, "생일");
        called(owner, group, "ours");
        CalendarLink.Issued all = issued(null);
        CalendarLink.Issued one = issued(group);

        assertThat(read(all)).containsExactlyInAnyOrder("생일", "ours");
        assertThat(read(one)).containsExactly("ours");
        assertThat(calendars.feed(Actor.visitor(), all.secret()).name()).isEqualTo(NAME);
        assertThat(calendars.links(member)).containsExactlyInAnyOrder(all.link(), one.link());
        assertThat(calendars.links(owner)).isEmpty();

        assertRefused(NOT_FOUND, () -> calendars.revoke(owner, all.link().id()));
        calendars.revoke(member, all.link().id());
        assertRefused(NOT_FOUND, () -> read(all));
        assertRefused(NOT_FOUND, () -> calendars.revoke(member, all.link().id()));
        assertThat(read(one)).hasSize(1);
        assertRefused(NOT_FOUND, () -> calendars.feed(Actor.visitor(), new Secrets.Secret("no such thing")));
    }

    @Test
    void whoIsPutOutReadsOnByNoLinkFromBefore() {
        called(owner, group, "ours");
        CalendarLink.Issued all = issued(null);
        CalendarLink.Issued one = issued(group);
        assertThat(read(all)).hasSize(1);

        town.somoim.members().ban(owner, group.id(), member.id());
        assertThat(read(all)).isEmpty();
        assertThat(read(one)).isEmpty();
        assertRefused(NOT_FOUND, () -> issued(group));
    }

    @Test
    void aClosedAccountIsReadByNobody() {
        CalendarLink.Issued link = issued(null);
        town.somoim.accounts().deactivate(member);
        assertRefused(NOT_FOUND, () -> read(link));
    }

    @Test
    void whatWasCalledOffIsShownForThirtyDaysAndWhatIsOverAsLong() {
        Event over = called(owner, group, "over");
        Event off =
                town.somoim.events().call(owner, group.id(), town.plan("off").at(later(over, Duration.ofDays(200))));
        town.clock.advance(Duration.ofDays(1));
        town.somoim.events().cancel(owner, off.id());
        CalendarLink.Issued link = issued(group);

        assertThat(read(link)).containsExactly("over", "off");
        town.clock.advance(Duration.ofDays(29));
        assertThat(read(link)).containsExactly("over", "off");
        town.clock.advance(Duration.ofDays(1));
        assertThat(read(link)).containsExactly("over");
        town.clock.advance(Duration.ofDays(10));
        assertThat(read(link)).isEmpty();
    }

    private static When later(Event event, Duration by) {
        return event.when().movedTo(event.startsOn().plus(by));
    }

    @Test
    void nobodyHasMoreThanTwentyLinks() {
        IntStream.range(0, 20).forEach(i -> issued(null));
        assertRefused("calendar.too-many-links", () -> issued(null));
        calendars.revoke(member, calendars.links(member).get(0).id());
        assertThat(issued(null).link().userId()).isEqualTo(member.id());
    }

    @Test
    void anEntrySaysWhenItsReaderWantsToBeReminded() {
        Event event = called(owner, group, "ours");
        town.somoim.reminders().want(member, event.id(), Set.of(10, 1440));
        assertThat(seen(member).get(0).alarms()).containsExactly(1440, 10);
        assertThat(seen(owner).get(0).alarms()).isEmpty();
    }
}
