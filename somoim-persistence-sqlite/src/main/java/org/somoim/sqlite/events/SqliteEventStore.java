package org.somoim.sqlite.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.EventStore;
import org.somoim.events.Span;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Events in {@code somoim_events}. MyBatis writes the class. */
public interface SqliteEventStore extends EventStore {
    /** Every column of an {@link Event}. */
    String COLUMNS = """
            id, group_id, page_of, creator_id, series_id, recurrence, title, description, kind, is_public, starts_on,
            ends_on, zone, starts_at, ends_at, venue_label, address, latitude, longitude, online, venue_for,
            max_attendees, by_approval, promotion, offer_hours, most_guests, sequence, cancelled_at, created_at,
            updated_at, deleted_at
            """;

    /** What lasts into a span of time, in the order of its start. */
    String IN_SPAN = """
              and deleted_at is null and (#{closed} or is_public)
              and starts_at >= #{span.earliestStart} and starts_at < #{span.until}
              and coalesce(ends_at, starts_at) >= #{span.from}
              and (starts_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by starts_at, id
            limit #{limit}
            """;

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

    /** Everything that hangs on an event goes by foreign keys. */
    @Override
    @Delete("""
            delete from somoim_events
            where id in (
              select id from somoim_events where deleted_at < #{before} order by deleted_at, id limit #{limit})
            """)
    int purge(Instant before, int limit);
}
