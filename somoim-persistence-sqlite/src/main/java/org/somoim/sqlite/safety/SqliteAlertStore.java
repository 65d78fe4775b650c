package org.somoim.sqlite.safety;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.safety.Alert;
import org.somoim.safety.AlertStore;
import org.somoim.safety.Batch;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;

/**
 * Alerts in {@code somoim_safety_alerts}, what was said and where sealed under the caller's key; who is called in {@code
 * somoim_alert_receipts}. Made from its annotations.
 */
public interface SqliteAlertStore extends AlertStore {
    /** Every column of an {@link Alert}, of {@code somoim_safety_alerts} under the name {@code a}. */
    String COLUMNS = """
            a.id, a.batch_id, a.group_id, a.user_id, a.alert_type as kind,
            somoim_open('safety_alerts.message', a.id, a.user_id, a.message) as message,
            somoim_open('safety_alerts.location', a.id, a.user_id, a.location) as location,
            a.drill, a.step, a.due_at, a.answered_at, a.outcome, a.resolved_at, a.resolved_by_user_id as resolved_by,
            a.shred_at, a.created_at, a.updated_at
            """;

    @Override
    @Insert("""
            insert into somoim_safety_alerts (
                id, batch_id, group_id, user_id, alert_type, message, location, drill, step, due_at, answered_at, outcome,
                resolved_at, resolved_by_user_id, shred_at, created_at, updated_at)
            values (
                #{id}, #{batchId}, #{groupId}, #{userId}, #{kind},
                somoim_seal('safety_alerts.message', #{id}, #{userId}, #{message}),
                somoim_seal('safety_alerts.location', #{id}, #{userId}, #{location}),
                #{drill}, #{step}, #{dueAt}, #{answeredAt}, #{outcome}, #{resolvedAt}, #{resolvedBy}, #{shredAt},
                #{createdAt}, #{updatedAt})
            """)
    void add(Alert alert);

    @Override
    @Update("""
            update somoim_safety_alerts
            set step = #{step}, due_at = #{dueAt}, answered_at = #{answeredAt}, outcome = #{outcome},
                resolved_at = #{resolvedAt}, resolved_by_user_id = #{resolvedBy}, shred_at = #{shredAt},
                updated_at = #{updatedAt}
            where id = #{id}
            """)
    void move(Alert alert);

    @Override
    @Select("select " + COLUMNS + " from somoim_safety_alerts a where a.id = #{alert}")
    Optional<Alert> find(Id<Alert> alert);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_safety_alerts a
            where a.id in (select unhex(value) from json_each(#{ids}))
            order by a.id
            """)
    List<Alert> findAll(Set<? extends Id<?>> ids);

    @Override
    @Select("select " + COLUMNS + " from somoim_safety_alerts a where a.batch_id = #{batch} order by a.id")
    List<Alert> ofBatch(Id<Batch> batch);

    @Override
    default List<Alert> inGroup(Id<Group> group, @Nullable Id<User> reader, @Nullable Cursor after, int limit) {
        return inGroupRows(group, reader, at(after), id(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_safety_alerts a
            where a.group_id = #{group} and (a.created_at, a.id) < (coalesce(#{at}, 9223372036854775807), #{id})
                and (#{reader} is null or a.user_id = #{reader} or exists (
                    select 1 from somoim_alert_receipts r where r.alert_id = a.id and r.user_id = #{reader}))
            order by a.created_at desc, a.id desc
            limit #{limit}
            """)
    List<Alert> inGroupRows(
            Id<Group> group, @Nullable Id<User> reader, @Nullable Instant at, @Nullable UUID id, int limit);

    @Override
    default List<Alert> raisedBy(Id<User> caller, @Nullable Cursor after, int limit) {
        return raisedByRows(caller, at(after), id(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_safety_alerts a
            where a.user_id = #{caller} and (a.created_at, a.id) < (coalesce(#{at}, 9223372036854775807), #{id})
            order by a.created_at desc, a.id desc
            limit #{limit}
            """)
    List<Alert> raisedByRows(Id<User> caller, @Nullable Instant at, @Nullable UUID id, int limit);

    @Override
    default List<Alert> calling(Id<User> person, @Nullable Cursor after, int limit) {
        return callingRows(person, at(after), id(after), limit);
    }

    /** A receipt is as old as its alert, so that its index gives the order. */
    @Select("select " + COLUMNS + """
            from somoim_alert_receipts r
            join somoim_safety_alerts a on a.id = r.alert_id
            where r.user_id = #{person} and a.outcome is null
                and (r.created_at, r.alert_id) < (coalesce(#{at}, 9223372036854775807), #{id})
            order by r.created_at desc, r.alert_id desc
            limit #{limit}
            """)
    List<Alert> callingRows(Id<User> person, @Nullable Instant at, @Nullable UUID id, int limit);

    private static @Nullable Instant at(@Nullable Cursor after) {
        return after == null ? null : after.at();
    }

    private static @Nullable UUID id(@Nullable Cursor after) {
        return after == null ? null : after.id();
    }

    @Override
    @Select("""
            select count(*) from somoim_safety_alerts
            where user_id = #{caller} and group_id = #{group} and created_at > #{since} and created_at <= #{now}
                and drill = 0
            """)
    int countSince(Id<User> caller, Id<Group> group, Instant since, Instant now);

    @Override
    @Select("""
            select r.user_id
            from somoim_safety_alerts a
            join somoim_alert_receipts r on r.alert_id = a.id
            where a.user_id = #{caller} and a.group_id = #{group} and a.created_at > #{since}
                and a.created_at <= #{now} and a.drill = 0 and r.answer is not null
            """)
    Set<Id<User>> helpersSince(Id<User> caller, Id<Group> group, Instant since, Instant now);

    @Override
    @Insert("""
            insert into somoim_alert_receipts (alert_id, user_id, created_at)
            select #{alert}, unhex(value), #{at} from json_each(#{people})
            """)
    void call(Id<Alert> alert, Set<Id<User>> people, Instant at);

    @Override
    @Select("select user_id from somoim_alert_receipts where alert_id = #{alert}")
    Set<Id<User>> called(Id<Alert> alert);

    @Override
    @Select("""
            select alert_id, user_id, answer, answered_at, created_at
            from somoim_alert_receipts
            where alert_id = #{alert} and user_id = #{person}
            """)
    Optional<Receipt> receipt(Id<Alert> alert, Id<User> person);

    @Override
    @Select("""
            select alert_id, user_id, answer, answered_at, created_at
            from somoim_alert_receipts
            where user_id = #{person} and alert_id in (select unhex(value) from json_each(#{alerts}))
            order by alert_id
            """)
    List<Receipt> receipts(Id<User> person, Collection<Id<Alert>> alerts);

    @Override
    @Update("""
            update somoim_alert_receipts
            set answer = #{answer}, answered_at = #{answeredAt}
            where alert_id = #{alertId} and user_id = #{userId}
            """)
    void answer(Receipt receipt);

    @Override
    default List<Receipt> answers(Id<Alert> alert, @Nullable Cursor after, int limit) {
        return answersRows(alert, at(after), id(after), limit);
    }

    @Select("""
            select alert_id, user_id, answer, answered_at, created_at
            from somoim_alert_receipts
            where alert_id = #{alert} and answer is not null
                and (answered_at, user_id) > (coalesce(#{at}, -9223372036854775808), #{id})
            order by answered_at, user_id
            limit #{limit}
            """)
    List<Receipt> answersRows(Id<Alert> alert, @Nullable Instant at, @Nullable UUID id, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_safety_alerts a
            where a.due_at is not null and (a.due_at <= #{now} or a.due_at > #{late})
            order by a.due_at, a.id
            limit #{limit}
            """)
    List<Alert> due(Instant now, Instant late, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_safety_alerts a
            where a.outcome is null and a.created_at <= #{before}
            order by a.created_at, a.id
            limit #{limit}
            """)
    List<Alert> openSince(Instant before, int limit);

    @Override
    @Select("""
            select id from somoim_safety_alerts
            where shred_at is not null and (shred_at <= #{now} or shred_at > #{late}) and location is not null
            order by shred_at, id
            limit #{limit}
            """)
    List<Id<Alert>> toShred(Instant now, Instant late, int limit);

    /** {@code secure_delete} is on, so that what the row held is overwritten. */
    @Override
    @Update("update somoim_safety_alerts set location = null where id = #{alert}")
    void wipe(Id<Alert> alert);

    @Override
    @Select("""
            select id from somoim_safety_alerts
            where shred_at is not null and location is null
            order by shred_at, id
            limit #{limit}
            """)
    List<Id<Alert>> wiped(int limit);

    @Override
    @Delete("""
            delete from somoim_safety_alerts
            where id in (
                select id from somoim_safety_alerts
                where resolved_at < #{before}
                order by resolved_at, id
                limit #{limit})
            """)
    int purge(Instant before, int limit);

    @Override
    default List<Receipt> everyReceipt(Id<User> person, @Nullable Cursor after, int limit) {
        return everyReceiptRows(person, at(after), id(after), limit);
    }

    @Select("""
            select alert_id, user_id, answer, answered_at, created_at
            from somoim_alert_receipts
            where user_id = #{person} and (created_at, alert_id) > (coalesce(#{at}, -9223372036854775808), #{id})
            order by created_at, alert_id
            limit #{limit}
            """)
    List<Receipt> everyReceiptRows(Id<User> person, @Nullable Instant at, @Nullable UUID id, int limit);

    @Override
    default int forget(Id<User> person, int limit) {
        return forgetRaised(person, limit) + forgetCalled(person, limit) + leaveOut(person, limit);
    }

    @Delete("""
            delete from somoim_safety_alerts
            where id in (
                select id from somoim_safety_alerts
                where user_id = #{person}
                order by created_at, id
                limit #{limit})
            """)
    int forgetRaised(Id<User> person, int limit);

    @Delete("""
            delete from somoim_alert_receipts
            where user_id = #{person} and alert_id in (
                select alert_id from somoim_alert_receipts
                where user_id = #{person}
                order by created_at, alert_id
                limit #{limit})
            """)
    int forgetCalled(Id<User> person, int limit);

    @Update("""
            update somoim_safety_alerts
            set resolved_by_user_id = null
            where id in (
                select id from somoim_safety_alerts
                where resolved_by_user_id = #{person}
                order by rowid
                limit #{limit})
            """)
    int leaveOut(Id<User> person, int limit);

    /** A location as one text, such as {@code 3756650000 12697800000 ABOUT_1_KM}. */
    static String written(Location location) {
        return location.latitude() + " " + location.longitude() + " " + location.precision();
    }

    /** Reads what {@link #written} wrote. */
    static Location read(String text) {
        String[] parts = text.split(" ");
        return new Location(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Location.Precision.valueOf(parts[2]));
    }
}
