package org.somoim.sqlite.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.Reminder;
import org.somoim.events.ReminderStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Reminders in {@code somoim_event_reminders}. Made from its annotations. */
public interface SqliteReminderStore extends ReminderStore {
    /** Every column of a {@link Reminder}. */
    String COLUMNS = "event_id, user_id, minutes, is_wanted, due_at, done_for, created_at";

    @Override
    @Insert("""
            insert into somoim_event_reminders (event_id, user_id, minutes, is_wanted, due_at, done_for, created_at)
            values (#{eventId}, #{userId}, #{minutes}, #{isWanted}, #{dueAt}, #{doneFor}, #{createdAt})
            on conflict (event_id, user_id, minutes) do update
            set is_wanted = excluded.is_wanted, due_at = excluded.due_at, done_for = excluded.done_for
            """)
    void put(Reminder reminder);

    @Override
    @Delete("""
            delete from somoim_event_reminders
            where event_id = #{event} and user_id = #{user} and minutes = #{minutes}
            """)
    void remove(Id<Event> event, Id<User> user, int minutes);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_event_reminders
            where event_id = #{event} and user_id = #{user}
            order by minutes desc
            """)
    List<Reminder> of(Id<Event> event, Id<User> user);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_event_reminders
            where user_id = #{user} and event_id in (select unhex(value) from json_each(#{events}))
            order by event_id, minutes desc
            """)
    List<Reminder> ofEvents(Set<Id<Event>> events, Id<User> user);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_event_reminders
            where is_wanted and (done_for is null or done_for <> due_at + minutes * 60000) and due_at <= #{now}
            order by due_at, event_id, user_id, minutes
            limit #{limit}
            """)
    List<Reminder> due(Instant now, int limit);

    @Override
    @Update("""
            update somoim_event_reminders
            set due_at = #{startsAt} - minutes * 60000
            where event_id = #{event}
            """)
    void move(Id<Event> event, Instant startsAt);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_event_reminders
            where user_id = #{user}
              and (event_id > coalesce(#{after.eventId}, x'')
                or event_id = #{after.eventId} and minutes < #{after.minutes})
            order by event_id, minutes desc
            limit #{limit}
            """)
    List<Reminder> ofPerson(Id<User> user, @Nullable Reminder after, int limit);

    @Override
    @Delete("""
            delete from somoim_event_reminders
            where (event_id, user_id, minutes) in (
              select event_id, user_id, minutes from somoim_event_reminders where user_id = #{user} limit #{limit})
            """)
    int removeAll(Id<User> user, int limit);

    @Override
    @Delete("""
            delete from somoim_event_reminders
            where (event_id, user_id, minutes) in (
              select event_id, user_id, minutes from somoim_event_reminders
              where due_at < #{time} order by due_at limit #{limit})
            """)
    int prune(Instant time, int limit);
}
