package org.somoim.sqlite.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.notifications.Notification;
import org.somoim.notifications.NotificationStore;
import org.somoim.notifications.Silence;

/**
 * Notifications in {@code somoim_notifications}, what people do not want to be told in {@code somoim_notification_prefs}.
 * Made from its annotations.
 */
public interface SqliteNotificationStore extends NotificationStore {

    @Override
    @Insert("""
            insert into somoim_notifications (
              id, user_id, kind, group_id, page_of, thread, subject, by_id, count, window_start, created_at, updated_at)
            values (
              #{news.id}, #{news.userId}, #{news.kind}, #{news.groupId}, #{news.pageOf}, #{news.thread},
              #{news.subject}, #{news.by}, #{news.count}, #{window}, #{news.createdAt}, #{news.updatedAt})
            on conflict (user_id, kind, thread, window_start) do update
            set group_id = excluded.group_id,
                page_of = excluded.page_of,
                subject = excluded.subject,
                by_id = excluded.by_id,
                count = count + 1,
                updated_at = case when updated_at < excluded.updated_at then excluded.updated_at else updated_at end,
                read_at = null
            """)
    void tell(Notification news, Instant window);

    @Override
    default void tellAll(List<Notification> news, Instant window) {
        if (!news.isEmpty()) {
            List<String> pairs =
                    news.stream().map(one -> hex(one.id()) + hex(one.userId())).toList();
            tellEach(news.get(0), pairs, window);
        }
    }

    private static String hex(Id<?> id) {
        return id.toString().replace("-", "");
    }

    /**
     * One statement for all.
     *
     * @param alike what is the same for all of them
     * @param pairs of each its own id and its reader's, one after the other in hexadecimal
     */
    @Insert("""
            insert into somoim_notifications (
              id, user_id, kind, group_id, page_of, thread, subject, by_id, count, window_start, created_at, updated_at)
            select
              unhex(substr(value, 1, 32)), unhex(substr(value, 33)), #{alike.kind}, #{alike.groupId}, #{alike.pageOf},
              #{alike.thread}, #{alike.subject}, #{alike.by}, #{alike.count}, #{window}, #{alike.createdAt},
              #{alike.updatedAt}
            from json_each(#{pairs})
            where true
            on conflict (user_id, kind, thread, window_start) do update
            set group_id = excluded.group_id,
                page_of = excluded.page_of,
                subject = excluded.subject,
                by_id = excluded.by_id,
                count = count + 1,
                updated_at = case when updated_at < excluded.updated_at then excluded.updated_at else updated_at end,
                read_at = null
            """)
    void tellEach(Notification alike, List<String> pairs, Instant window);

    @Override
    @Select("""
            select id, user_id, kind, group_id, page_of, thread, subject, by_id as "by", count, created_at, updated_at,
              read_at
            from somoim_notifications
            where id = #{notification}
            """)
    Optional<Notification> find(Id<Notification> notification);

    @Override
    default List<Notification> newest(Id<User> reader, boolean onlyUnread, @Nullable Cursor after, int limit) {
        Instant at = after == null ? null : after.at();
        UUID id = after == null ? null : after.id();
        return onlyUnread ? newestUnread(reader, at, id, limit) : newestOfAll(reader, at, id, limit);
    }

    @Select("""
            select id, user_id, kind, group_id, page_of, thread, subject, by_id as "by", count, created_at, updated_at,
              read_at
            from somoim_notifications
            where user_id = #{reader} and (updated_at, id) < (coalesce(#{at}, 9223372036854775807), #{id})
            order by updated_at desc, id desc
            limit #{limit}
            """)
    List<Notification> newestOfAll(Id<User> reader, @Nullable Instant at, @Nullable UUID id, int limit);

    /** A statement of its own, so that the index of unread ones serves it. */
    @Select("""
            select id, user_id, kind, group_id, page_of, thread, subject, by_id as "by", count, created_at, updated_at,
              read_at
            from somoim_notifications
            where user_id = #{reader} and read_at is null
              and (updated_at, id) < (coalesce(#{at}, 9223372036854775807), #{id})
            order by updated_at desc, id desc
            limit #{limit}
            """)
    List<Notification> newestUnread(Id<User> reader, @Nullable Instant at, @Nullable UUID id, int limit);

    @Override
    @Update("update somoim_notifications set read_at = #{at} where id = #{notification} and read_at is null")
    void markRead(Id<Notification> notification, Instant at);

    @Override
    @Update("""
            update somoim_notifications
            set read_at = #{at}
            where user_id = #{reader} and read_at is null and (#{upTo} is null or updated_at <= #{upTo})
            """)
    void markAllRead(Id<User> reader, @Nullable Instant upTo, Instant at);

    @Override
    @Delete("delete from somoim_notifications where id = #{notification}")
    boolean remove(Id<Notification> notification);

    @Override
    @Delete("""
            delete from somoim_notifications
            where subject in (select unhex(value) from json_each(#{subjects}))
              or thread in (select unhex(value) from json_each(#{subjects}))
            """)
    void removeSettled(Set<Id<?>> subjects);

    @Override
    @Delete("""
            delete from somoim_notifications
            where id in (
              select id from somoim_notifications
              where updated_at < #{before}
              order by updated_at, id
              limit #{most})
            """)
    int removeOlder(Instant before, int most);

    @Override
    @Insert("""
            insert into somoim_notification_prefs (user_id, kind, group_id, created_at)
            values (#{userId}, #{kind}, #{groupId}, #{createdAt})
            on conflict do nothing
            """)
    void silence(Silence silence);

    @Override
    @Delete("""
            delete from somoim_notification_prefs
            where user_id = #{person}
              and coalesce(kind, '') = coalesce(#{kind}, '')
              and coalesce(group_id, x'') = coalesce(#{group}, x'')
            """)
    void unsilence(Id<User> person, @Nullable Word kind, @Nullable Id<? extends Place> group);

    @Override
    @Select("""
            select exists (
              select 1 from somoim_notification_prefs
              where user_id = #{person}
                and (kind is null or kind = #{kind})
                and (group_id is null or group_id = #{group}))
            """)
    boolean isSilenced(Id<User> person, Word kind, @Nullable Id<? extends Place> group);

    @Override
    @Select("""
            select user_id, kind, group_id, created_at
            from somoim_notification_prefs
            where user_id = #{person}
            order by coalesce(kind, ''), coalesce(group_id, x'')
            """)
    List<Silence> silences(Id<User> person);

    @Override
    default int forget(Id<User> person, int most) {
        return forgetTold(person, most) + forgetOnPage(person, most) + leaveOut(person, most) + forgetSilences(person);
    }

    @Delete("""
            delete from somoim_notifications
            where id in (
              select id from somoim_notifications
              where user_id = #{person}
              order by updated_at, id
              limit #{most})
            """)
    int forgetTold(Id<User> person, int most);

    @Delete("""
            delete from somoim_notifications
            where id in (
              select id from somoim_notifications
              where page_of = #{person}
              order by rowid
              limit #{most})
            """)
    int forgetOnPage(Id<User> person, int most);

    @Update("""
            update somoim_notifications
            set by_id = null
            where id in (
              select id from somoim_notifications
              where by_id = #{person}
              order by rowid
              limit #{most})
            """)
    int leaveOut(Id<User> person, int most);

    @Delete("delete from somoim_notification_prefs where user_id = #{person}")
    int forgetSilences(Id<User> person);
}
