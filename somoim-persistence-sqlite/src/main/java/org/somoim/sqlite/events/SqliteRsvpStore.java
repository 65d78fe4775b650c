package org.somoim.sqlite.events;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.events.RsvpStore;
import org.somoim.events.Tally;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Answers in {@code somoim_rsvps}, seats counted in {@code somoim_events}. Made from its annotations. */
public interface SqliteRsvpStore extends RsvpStore {
    /** Every column of an {@link Rsvp}. */
    String COLUMNS = "event_id, user_id, answer, guests, line, offered_until, attendance, created_at, updated_at";

    @Override
    @Insert("""
            insert into somoim_rsvps (event_id, user_id, answer, guests, line, offered_until, attendance, created_at,
              updated_at)
            values (#{eventId}, #{userId}, #{answer}, #{guests}, #{line}, #{offeredUntil}, #{attendance}, #{createdAt},
              #{updatedAt})
            on conflict (event_id, user_id) do update
            set answer = excluded.answer, guests = excluded.guests, line = excluded.line,
              offered_until = excluded.offered_until, attendance = excluded.attendance, updated_at = excluded.updated_at
            """)
    void put(Rsvp rsvp);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where event_id = #{event} and user_id = #{user}
            """)
    Optional<Rsvp> find(Id<Event> event, Id<User> user);

    @Override
    @Delete("delete from somoim_rsvps where event_id = #{event} and user_id = #{user}")
    boolean remove(Id<Event> event, Id<User> user);

    /** One statement decides: it finds the seats and takes them. */
    @Override
    @Update("""
            update somoim_events
            set taken = taken + #{seats}
            where id = #{event}
              and (max_attendees is null or taken + #{seats} <= max_attendees)
              and (#{passingLine} or not exists (
                select 1 from somoim_rsvps r
                where r.event_id = somoim_events.id and r.line is not null and r.offered_until is null
                  and (somoim_events.max_attendees is null or 1 + r.guests <= somoim_events.max_attendees)))
            """)
    boolean takeSeats(Id<Event> event, int seats, boolean passingLine);

    @Override
    @Update("update somoim_events set taken = taken - #{seats} where id = #{event}")
    void giveBackSeats(Id<Event> event, int seats);

    @Override
    @Select("select taken from somoim_events where id = #{event}")
    int seatsTaken(Id<Event> event);

    @Override
    default int nextInLine(Id<Event> event) {
        giveNumber(event);
        return lastNumber(event);
    }

    @Update("update somoim_events set lined = lined + 1 where id = #{event}")
    void giveNumber(Id<Event> event);

    @Select("select lined from somoim_events where id = #{event}")
    int lastNumber(Id<Event> event);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where event_id = #{event} and line is not null and offered_until is null
              and 1 + guests <= coalesce(
                (select max_attendees from somoim_events where id = #{event}), 1 + guests)
            order by line
            limit 1
            """)
    Optional<Rsvp> firstInLine(Id<Event> event);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where event_id = #{event} and answer = #{answer}
              and (created_at, user_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, user_id
            limit #{limit}
            """)
    List<Rsvp> withAnswer(Id<Event> event, Rsvp.Answer answer, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where event_id = #{event} and line > #{afterLine}
            order by line
            limit #{limit}
            """)
    List<Rsvp> inLine(Id<Event> event, int afterLine, int limit);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where event_id = #{event} and answer <> 'NOT_GOING'
              and (created_at, user_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, user_id
            limit #{limit}
            """)
    List<Rsvp> comers(Id<Event> event, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select coalesce(sum(1 + guests) filter (where answer = 'GOING'), 0) as going,
              count(*) filter (where answer = 'INTERESTED') as interested,
              count(*) filter (where line is not null) as waiting
            from somoim_rsvps
            where event_id = #{event}
            """)
    Tally tally(Id<Event> event);

    @Override
    default Set<Id<Event>> goingTo(Id<User> user, Set<Id<Event>> events) {
        return new HashSet<>(going(user, events));
    }

    @Select("""
            select event_id from somoim_rsvps
            where user_id = #{user} and answer = 'GOING'
              and event_id in (select unhex(value) from json_each(#{events}))
            order by event_id
            """)
    List<Id<Event>> going(Id<User> user, Set<Id<Event>> events);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where offered_until <= #{time}
            order by offered_until, event_id, user_id
            limit #{limit}
            """)
    List<Rsvp> lapsed(Instant time, int limit);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_rsvps
            where user_id = #{user}
              and (created_at, event_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, event_id
            limit #{limit}
            """)
    List<Rsvp> of(Id<User> user, @Nullable Cursor after, int limit);

    @Override
    @Select("select exists (select 1 from somoim_rsvps where event_id = #{event} and user_id <> #{user})")
    boolean isAnswered(Id<Event> event, Id<User> user);
}
