package org.somoim.http.events;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Admission;
import org.somoim.events.Event;
import org.somoim.events.EventReason;
import org.somoim.events.MeetingLink;
import org.somoim.events.Plan;
import org.somoim.events.Venue;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.http.wire.Patch;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/** What is sent to call events and to change them. */
final class EventBodies {
    private EventBodies() {}

    /** @param shownTo everyone who sees the event unless said otherwise */
    record VenueBody(
            @Nullable Line label,
            @Nullable Line address,
            @Nullable Degrees latitude,
            @Nullable Degrees longitude,
            @Nullable MeetingLink online,
            Venue.@Nullable ShownTo shownTo) {
        VenueBody {
            if ((latitude == null) != (longitude == null)) {
                throw EventReason.NOT_ON_EARTH.refuse();
            }
        }

        Venue venue() {
            return new Venue(
                    label,
                    address,
                    latitude == null || longitude == null ? null : Degrees.point(latitude, longitude),
                    online,
                    shownTo == null ? Venue.ShownTo.EVERYONE : shownTo);
        }
    }

    /** What is not sent is as preset. */
    record AdmissionBody(
            @Nullable Boolean byApproval,
            Admission.@Nullable Promotion promotion,
            @Nullable Integer offerHours,
            @Nullable Integer mostGuests) {
        Admission admission() {
            Admission preset = Admission.PRESET;
            return new Admission(
                    byApproval == null ? preset.byApproval() : byApproval,
                    promotion == null ? preset.promotion() : promotion,
                    offerHours == null ? preset.offerHours() : offerHours,
                    mostGuests == null ? preset.mostGuests() : mostGuests);
        }
    }

    record NewEvent(
            Line title,
            @Nullable Prose description,
            Event.@Nullable Kind kind,
            @Nullable Boolean isPublic,
            LocalDateTime startsOn,
            @Nullable LocalDateTime endsOn,
            Zone zone,
            @Nullable VenueBody venue,
            @Nullable Integer maxAttendees,
            @Nullable AdmissionBody admission) {
        Plan plan() {
            return new Plan(
                    title,
                    description,
                    kind == null ? Event.Kind.OTHER : kind,
                    isPublic == null || isPublic,
                    new When(startsOn, endsOn, zone),
                    venue == null ? null : venue.venue(),
                    maxAttendees,
                    admission == null ? Admission.PRESET : admission.admission());
        }
    }

    record EventPatch(
            Patch<Line> title,
            Patch<@Nullable Prose> description,
            Patch<Event.Kind> kind,
            Patch<Boolean> isPublic,
            Patch<LocalDateTime> startsOn,
            Patch<@Nullable LocalDateTime> endsOn,
            Patch<Zone> zone,
            Patch<@Nullable VenueBody> venue,
            Patch<@Nullable Integer> maxAttendees,
            Patch<AdmissionBody> admission) {
        Plan over(Plan now) {
            When when = now.when();
            return new Plan(
                    title.over(now.title()),
                    description.over(now.description()),
                    kind.over(now.kind()),
                    isPublic.over(now.isPublic()),
                    new When(startsOn.over(when.starts()), endsOn.over(when.ends()), zone.over(when.zone())),
                    venue(now.venue()),
                    maxAttendees.over(now.maxAttendees()),
                    admission(now.admission()));
        }

        private @Nullable Venue venue(@Nullable Venue now) {
            if (!(venue instanceof Patch.Sent<@Nullable VenueBody> sent)) {
                return now;
            }
            return sent.value() == null ? null : sent.value().venue();
        }

        private Admission admission(Admission now) {
            return admission instanceof Patch.Sent<AdmissionBody> sent
                    ? sent.value().admission()
                    : now;
        }
    }
}
