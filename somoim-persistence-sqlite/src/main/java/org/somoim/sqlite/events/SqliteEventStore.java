package org.somoim.sqlite.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.events.Box;
import org.somoim.events.Event;
import org.somoim.events.EventStore;
import org.somoim.events.Series;
import org.somoim.events.Span;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** Events in {@code somoim_events}. Made from its annotations. */
public interface SqliteEventStore extends EventStore {
    /** Every column of an {@link Event}. */
    String COLUMNS = """
            id, group_id, page_of, creator_id, series_id, recurrence, title, description, kind, is_public, starts_on,
            ends_on, zone, starts_at, ends_at, venue_label, address, latitude, longitude, online, venue_for,
            max_attendees, by_approval, promotion, offer_hours, most_guests, sequence, cancelled_at, created_at,
            updated_at, deleted_at
            """;

    /** What lasts into a span of time, in the order of its start. */
    String LASTING = """
              and deleted_at is null
              and starts_at >= #{span.earliestStart} and starts_at < #{span.until}
              and coalesce(ends_at, starts_at) >= #{span.from}
              and (starts_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by starts_at, id
            limit #{limit}
            """;

    /** The same, as far as it is for the reader. */
    String IN_SPAN = "and (#{closed} or is_public) " + LASTING;

    @Override
    @Insert("""
            insert into somoim_events (id, group_id, page_of, creator_id, series_id, recurrence, title, description, kind,
              is_public, starts_on, ends_on, zone, starts_at, ends_at, venue_label, address, latitude, longitude, online,
              venue_for, max_attendees, by_approval, promotion, offer_hours, most_guests, sequence, cancelled_at,
              created_at, updated_at, deleted_at)
            values (#{id}, #{groupId}, #{pageOf}, #{creatorId}, #{seriesId}, #{recurrence}, #{title}, #{description},
              #{kind}, #{isPublic}, #{startsOn}, #{endsOn}, #{zone}, #{startsAt}, #{endsAt}, #{venueLabel}, #{address},
              #{latitude}, #{longitude}, #{online}, #{venueFor}, #{maxAttendees}, #{byApproval}, #{promotion},
              #{offerHours}, #{mostGuests}, #{sequence}, #{cancelledAt}, #{createdAt}, #{updatedAt}, #{deletedAt})
            """)
    void add(Event event);

    @Override
    @Update("""
            update somoim_events
            set title = #{title}, description = #{description}, kind = #{kind}, is_public = #{isPublic},
              starts_on = #{startsOn}, ends_on = #{endsOn}, zone = #{zone}, starts_at = #{startsAt}, ends_at = #{endsAt},
              venue_label = #{venueLabel}, address = #{address}, latitude = #{latitude}, longitude = #{longitude},
              online = #{online}, venue_for = #{venueFor}, max_attendees = #{maxAttendees}, by_approval = #{byApproval},
              promotion = #{promotion}, offer_hours = #{offerHours}, most_guests = #{mostGuests}, sequence = #{sequence},
              cancelled_at = #{cancelledAt}, updated_at = #{updatedAt}, deleted_at = #{deletedAt}
            where id = #{id}
            """)
    void put(Event event);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where id = #{event}
            """)
    Optional<Event> find(Id<Event> event);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where id in (select unhex(value) from json_each(#{events}))
            order by id
            """)
    List<Event> findAll(Set<? extends Id<?>> events);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where group_id = #{group}
            """ + IN_SPAN)
    List<Event> inGroup(Id<Group> group, Span span, boolean closed, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where page_of = #{owner}
            """ + IN_SPAN)
    List<Event> onPage(Id<User> owner, Span span, boolean closed, @Nullable Cursor after, int limit);

    /**
     * Of each group no more than a page is looked at, however much it hosts. What began more than a day before the span and
     * goes on in it is found among the few that last longer than a day, which have indexes of their own.
     */
    @Override
    @Select("""
            with candidates (starts_at, id) as (
                select e.starts_at, e.id
                from somoim_memberships m
                cross join somoim_events e on e.id in (
                    select x.id
                    from somoim_events x
                    where x.group_id = m.group_id and x.deleted_at is null
                      and x.starts_at >= #{span.earliestStartOfShort} and x.starts_at < #{span.until}
                      and coalesce(x.ends_at, x.starts_at) >= #{span.from}
                      and (x.starts_at, x.id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
                    order by x.starts_at, x.id
                    limit #{limit})
                where m.user_id = #{person} and m.status = 'ACTIVE' and (#{group} is null or m.group_id = #{group})
                union
                select x.starts_at, x.id
                from somoim_memberships m
                cross join somoim_events x indexed by somoim_idx_events_group_long on x.group_id = m.group_id
                where m.user_id = #{person} and m.status = 'ACTIVE' and (#{group} is null or m.group_id = #{group})
                  and x.ends_at - x.starts_at > 86400000 and x.deleted_at is null
                  and x.starts_at >= #{span.earliestStart} and x.starts_at < #{span.earliestStartOfShort}
                  and x.ends_at >= #{span.from}
                  and (x.starts_at, x.id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
                union
                select starts_at, id
                from somoim_events
                where page_of = #{person} and #{group} is null and deleted_at is null
                  and starts_at >= #{span.earliestStartOfShort} and starts_at < #{span.until}
                  and coalesce(ends_at, starts_at) >= #{span.from}
                  and (starts_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
                union
                select starts_at, id
                from somoim_events indexed by somoim_idx_events_page_long
                where page_of = #{person} and #{group} is null and deleted_at is null
                  and ends_at - starts_at > 86400000
                  and starts_at >= #{span.earliestStart} and starts_at < #{span.earliestStartOfShort}
                  and ends_at >= #{span.from}
                  and (starts_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
                union
                select e.starts_at, e.id
                from somoim_rsvps r
                cross join somoim_events e on e.id = r.event_id
                where r.user_id = #{person} and #{group} is null and r.answer in ('GOING', 'INTERESTED', 'WAITLISTED')
                  and e.deleted_at is null
                  and e.starts_at >= #{span.earliestStart} and e.starts_at < #{span.until}
                  and coalesce(e.ends_at, e.starts_at) >= #{span.from}
                  and (e.starts_at, e.id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})),
            page (id) as materialized (select id from candidates order by starts_at, id limit #{limit})
            select\s""" + COLUMNS + """
            from page
            cross join somoim_events using (id)
            order by starts_at, id
            """)
    List<Event> concerning(
            Id<User> person, @Nullable Id<? extends Place> group, Span span, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where latitude between #{box.south} and #{box.north}
              and case when #{box.west} <= #{box.east}
                then longitude between #{box.west} and #{box.east}
                else longitude >= #{box.west} or longitude <= #{box.east} end
              and deleted_at is null and cancelled_at is null
              and starts_at >= #{span.earliestStart} and starts_at < #{span.until}
              and coalesce(ends_at, starts_at) >= #{span.from}
            order by starts_at, id
            limit #{limit}
            """)
    List<Event> inside(Box box, Span span, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where series_id = #{series} and recurrence = #{recurrence} and deleted_at is null
            """)
    Optional<Event> occurrence(Id<Series> series, LocalDateTime recurrence);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where series_id = #{series}
            """ + IN_SPAN)
    List<Event> ofSeries(Id<Series> series, Span span, boolean closed, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where series_id = #{series} and recurrence >= #{from} and cancelled_at is null and deleted_at is null
              and coalesce(ends_at, starts_at) > #{now}
            order by recurrence
            """)
    List<Event> toCome(Id<Series> series, LocalDateTime from, Instant now);

    /** Everything that hangs on an event goes by foreign keys. */
    @Override
    @Delete("""
            delete from somoim_events
            where id in (
              select id from somoim_events where deleted_at < #{before} order by deleted_at, id limit #{limit})
            """)
    int purge(Instant before, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where creator_id = #{person} and erased_at is null
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Event> calledBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_events
            where creator_id = #{person} and erased_at is null
              and (not #{kept} or deleted_at is not null or page_of is not null)
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Event> leaving(Id<User> person, boolean kept, int limit);

    /** Everything that hangs on it goes by foreign keys. */
    @Override
    @Delete("delete from somoim_events where id = #{event}")
    void remove(Id<Event> event);

    @Override
    default void empty(Id<Event> event, Instant at) {
        emptyRow(event, Event.GONE, at);
    }

    @Update("""
            update somoim_events
            set title = #{words}, description = null, venue_label = null, address = null, latitude = null,
              longitude = null, online = null, venue_for = null, updated_at = #{at}, erased_at = #{at}
            where id = #{event}
            """)
    void emptyRow(Id<Event> event, Line words, Instant at);
}
