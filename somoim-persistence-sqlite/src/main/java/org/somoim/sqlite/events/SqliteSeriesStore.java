package org.somoim.sqlite.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.Series;
import org.somoim.events.SeriesStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** Series in {@code somoim_event_series}. Made from its annotations. */
public interface SqliteSeriesStore extends SeriesStore {
    /** Every column of a {@link Series}. */
    String COLUMNS = """
            id, group_id, page_of, creator_id, rule, title, description, kind, is_public, starts_on, ends_on, zone,
            venue_label, address, latitude, longitude, online, venue_for, max_attendees, by_approval, promotion,
            offer_hours, most_guests, made_until, ended_at, created_at, updated_at
            """;

    @Override
    @Insert("""
            insert into somoim_event_series (id, group_id, page_of, creator_id, rule, title, description, kind, is_public,
              starts_on, ends_on, zone, venue_label, address, latitude, longitude, online, venue_for, max_attendees,
              by_approval, promotion, offer_hours, most_guests, made_until, ended_at, created_at, updated_at)
            values (#{id}, #{groupId}, #{pageOf}, #{creatorId}, #{rule}, #{title}, #{description}, #{kind}, #{isPublic},
              #{startsOn}, #{endsOn}, #{zone}, #{venueLabel}, #{address}, #{latitude}, #{longitude}, #{online},
              #{venueFor}, #{maxAttendees}, #{byApproval}, #{promotion}, #{offerHours}, #{mostGuests}, #{madeUntil},
              #{endedAt}, #{createdAt}, #{updatedAt})
            """)
    void add(Series series);

    @Override
    default void leaveOut(Id<Series> series, Set<LocalDateTime> starts, Instant at) {
        starts.forEach(start -> leaveOutOne(series, start, at));
    }

    @Insert("""
            insert into somoim_event_exceptions (series_id, recurrence, created_at)
            values (#{series}, #{start}, #{at})
            on conflict do nothing
            """)
    void leaveOutOne(Id<Series> series, LocalDateTime start, Instant at);

    @Override
    default Set<LocalDateTime> leftOut(Id<Series> series, Set<LocalDateTime> starts) {
        return starts.isEmpty()
                ? Set.of()
                : leftOutBetween(series, Collections.min(starts), Collections.max(starts)).stream()
                        .filter(starts::contains)
                        .collect(Collectors.toSet());
    }

    @Select("""
            select recurrence
            from somoim_event_exceptions
            where series_id = #{series} and recurrence between #{from} and #{until}
            """)
    List<LocalDateTime> leftOutBetween(Id<Series> series, LocalDateTime from, LocalDateTime until);

    @Override
    @Update("""
            update somoim_event_series
            set title = #{title}, description = #{description}, kind = #{kind}, is_public = #{isPublic},
              starts_on = #{startsOn}, ends_on = #{endsOn}, zone = #{zone}, venue_label = #{venueLabel},
              address = #{address}, latitude = #{latitude}, longitude = #{longitude}, online = #{online},
              venue_for = #{venueFor}, max_attendees = #{maxAttendees}, by_approval = #{byApproval},
              promotion = #{promotion}, offer_hours = #{offerHours}, most_guests = #{mostGuests},
              made_until = #{madeUntil}, ended_at = #{endedAt}, updated_at = #{updatedAt}
            where id = #{id}
            """)
    void put(Series series);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_event_series
            where id = #{series}
            """)
    Optional<Series> find(Id<Series> series);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_event_series
            where ended_at is null and made_until < #{time}
            order by made_until, id
            limit #{limit}
            """)
    List<Series> behind(LocalDateTime time, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_event_series
            where creator_id = #{person} and erased_at is null
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Series> begunBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_event_series
            where creator_id = #{person} and erased_at is null and (not #{kept} or page_of is not null)
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Series> leaving(Id<User> person, boolean kept, int limit);

    @Override
    default void empty(Id<Series> series, Instant at) {
        emptyRow(series, Event.GONE, at);
    }

    @Update("""
            update somoim_event_series
            set title = #{words}, description = null, venue_label = null, address = null, latitude = null,
              longitude = null, online = null, venue_for = null, ended_at = coalesce(ended_at, #{at}), updated_at = #{at},
              erased_at = #{at}
            where id = #{series}
            """)
    void emptyRow(Id<Series> series, Line words, Instant at);
}
