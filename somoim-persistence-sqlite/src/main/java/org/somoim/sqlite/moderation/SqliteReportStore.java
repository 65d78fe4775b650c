package org.somoim.sqlite.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Notice;
import org.somoim.moderation.Report;
import org.somoim.moderation.ReportStore;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;
import org.somoim.sqlite.Beyond;

/**
 * Reports in {@code somoim_reports}, what they were about in {@code somoim_report_snapshots}, those from outside that wait in
 * {@code somoim_notices}, whose count in full in {@code somoim_flaggers}. Made from its annotations.
 */
public interface SqliteReportStore extends ReportStore {
    /** Every column of a {@link Report}. */
    String COLUMNS = """
            id, case_id, subject_kind, subject_id, snapshot_id, reporter_id, ground, words, weight, trusted, status,
            created_at, closed_at
            """;

    /** Every column of a {@link Row}. */
    String SNAPSHOT = """
            id, subject_kind, subject_id, author_id, place_id, title, body, said_at, reach, created_at
            """;

    @Override
    @Insert("""
            insert into somoim_reports (
                id, case_id, subject_kind, subject_id, snapshot_id, reporter_id, ground, words, weight, trusted, status,
                created_at, closed_at)
            values (
                #{id}, #{caseId}, #{subjectKind}, #{subjectId}, #{snapshotId}, #{reporterId}, #{ground}, #{words},
                #{weight}, #{trusted}, #{status}, #{createdAt}, #{closedAt})
            on conflict (reporter_id, subject_id) where status = 'OPEN' do nothing
            """)
    boolean add(Report report);

    @Override
    @Update("update somoim_reports set status = #{status}, closed_at = #{closedAt} where id = #{id}")
    void put(Report report);

    @Override
    @Select("select " + COLUMNS + " from somoim_reports where id = #{report}")
    Optional<Report> find(Id<Report> report);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_reports
            where case_id = #{id}
            order by created_at, id
            limit #{limit}
            """)
    List<Report> ofCase(Id<Case> id, int limit);

    @Override
    @Select("select exists (select 1 from somoim_reports where case_id = #{id} and reporter_id = #{person})")
    boolean hasReported(Id<Case> id, Id<User> person);

    @Override
    default List<Report> by(Id<User> reporter, @Nullable Cursor after, int limit) {
        return byRows(reporter, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_reports
            where reporter_id = #{reporter} and (created_at, id) < (#{after.at}, #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Report> byRows(Id<User> reporter, Cursor after, int limit);

    @Override
    @Select("select count(*) from somoim_reports where reporter_id = #{reporter} and created_at > #{since}")
    int countSince(Id<User> reporter, Instant since);

    @Override
    @Select("""
            select
                (select count(*) from somoim_reports where reporter_id = #{reporter} and status = 'UPHELD') as upheld,
                (select count(*) from somoim_reports where reporter_id = #{reporter} and status = 'DISMISSED')
                    as dismissed
            """)
    Record record(Id<User> reporter);

    @Override
    @Select("""
            select distinct a.reporter_id as one, b.reporter_id as other
            from somoim_reports a
            join somoim_reports b on b.subject_id = a.subject_id and b.reporter_id > a.reporter_id
            where a.reporter_id in (select unhex(value) from json_each(#{reporters}))
                and b.reporter_id in (select unhex(value) from json_each(#{reporters}))
                and a.subject_id <> #{otherThan}
                and a.created_at > #{since} and b.created_at > #{since}
                and a.status in ('OPEN', 'DISMISSED') and b.status in ('OPEN', 'DISMISSED')
            order by a.reporter_id, b.reporter_id
            """)
    Set<Pair> together(Set<Id<User>> reporters, Id<?> otherThan, Instant since);

    @Override
    @Select("""
            select distinct reporter_id
            from somoim_reports
            where subject_id in (select unhex(value) from json_each(#{subjects}))
                and reporter_id in (select unhex(value) from json_each(#{among}))
                and status = 'OPEN'
            """)
    Set<Id<User>> reportersOf(Set<Id<?>> subjects, Set<Id<User>> among);

    @Override
    @Select("select exists (select 1 from somoim_flaggers where user_id = #{person})")
    boolean isTrusted(Id<User> person);

    @Override
    @Insert("""
            insert into somoim_flaggers (user_id, by_id, created_at) values (#{person}, #{by}, #{at})
            on conflict (user_id) do nothing
            """)
    void trust(Id<User> person, @Nullable Id<User> by, Instant at);

    @Override
    @Delete("delete from somoim_flaggers where user_id = #{person}")
    boolean distrust(Id<User> person);

    @Insert("""
            insert into somoim_report_snapshots (
                id, subject_kind, subject_id, author_id, place_id, title, body, said_at, reach, created_at)
            values (
                #{id}, #{snapshot.subject.kind}, #{snapshot.subject.id}, #{snapshot.authorId}, #{snapshot.placeId},
                #{snapshot.title}, #{snapshot.body}, #{snapshot.saidAt}, #{snapshot.reach}, #{takenAt})
            """)
    void addSnapshot(Report.Kept snapshot);

    @Override
    default void add(Report.Kept snapshot) {
        addSnapshot(snapshot);
    }

    @Override
    default Optional<Report.Kept> snapshot(Id<Report.Kept> id) {
        return snapshotRow(id).map(Row::kept);
    }

    @Select("select " + SNAPSHOT + " from somoim_report_snapshots where id = #{id}")
    Optional<Row> snapshotRow(Id<Report.Kept> id);

    @Override
    default Optional<Report.Kept> lastSnapshot(Id<?> subject) {
        return lastRow(subject).map(Row::kept);
    }

    @Select("select " + SNAPSHOT + """
            from somoim_report_snapshots
            where subject_id = #{subject}
            order by created_at desc, id desc
            limit 1
            """)
    Optional<Row> lastRow(Id<?> subject);

    @Override
    default List<Report.Kept> snapshots(Id<?> subject, int limit) {
        return snapshotRows(subject, limit).stream().map(Row::kept).toList();
    }

    @Select("select " + SNAPSHOT + """
            from somoim_report_snapshots
            where subject_id = #{subject}
            order by created_at, id
            limit #{limit}
            """)
    List<Row> snapshotRows(Id<?> subject, int limit);

    /** A snapshot as the table has it. */
    record Row(
            Id<Report.Kept> id,
            Word subjectKind,
            Id<?> subjectId,
            @Nullable Id<User> authorId,
            @Nullable Id<? extends Place> placeId,
            @Nullable Line title,
            @Nullable Prose body,
            Instant saidAt,
            int reach,
            Instant createdAt) {
        Report.Kept kept() {
            var snapshot =
                    new Snapshot(new Subject(subjectKind, subjectId), authorId, placeId, title, body, saidAt, reach);
            return new Report.Kept(id, snapshot, createdAt);
        }
    }

    @Insert("""
            insert into somoim_notices (digest, sender, subject_kind, subject_id, ground, words, created_at, expires_at)
            values (
                #{digest}, #{from}, #{subject.kind}, #{subject.id}, #{ground}, #{words}, #{createdAt}, #{expiresAt})
            """)
    void addNotice(Notice notice);

    @Override
    default void add(Notice notice) {
        addNotice(notice);
    }

    @Override
    default Optional<Notice> take(Secrets.Digest digest) {
        Optional<NoticeRow> found = noticeRow(digest);
        return found.filter(row -> removeNotice(digest)).map(NoticeRow::notice);
    }

    @Select("""
            select digest, sender, subject_kind, subject_id, ground, words, created_at, expires_at
            from somoim_notices
            where digest = #{digest}
            """)
    Optional<NoticeRow> noticeRow(Secrets.Digest digest);

    @Delete("delete from somoim_notices where digest = #{digest}")
    boolean removeNotice(Secrets.Digest digest);

    /** A notice as the table has it. */
    record NoticeRow(
            Secrets.Digest digest,
            Email sender,
            Word subjectKind,
            Id<?> subjectId,
            Ground ground,
            @Nullable Prose words,
            Instant createdAt,
            Instant expiresAt) {
        Notice notice() {
            return new Notice(digest, sender, new Subject(subjectKind, subjectId), ground, words, createdAt, expiresAt);
        }
    }

    @Override
    default List<Notice> noticesFrom(Email from) {
        return noticeRows(from).stream().map(NoticeRow::notice).toList();
    }

    @Select("""
            select digest, sender, subject_kind, subject_id, ground, words, created_at, expires_at
            from somoim_notices
            where sender = #{from}
            order by digest
            """)
    List<NoticeRow> noticeRows(Email from);

    @Override
    @Delete("delete from somoim_notices where sender = #{from}")
    int removeNoticesFrom(Email from);

    @Override
    @Delete("""
            delete from somoim_notices
            where digest in (
                select digest from somoim_notices where expires_at <= #{now} order by expires_at, digest limit #{limit})
            """)
    int removeExpired(Instant now, int limit);

    @Override
    default int purge(Instant before, int limit) {
        return purgeReports(before, limit) + purgeSnapshots(before, limit);
    }

    @Delete("""
            delete from somoim_reports
            where id in (
                select id from somoim_reports where closed_at < #{before} order by closed_at, id limit #{limit})
            """)
    int purgeReports(Instant before, int limit);

    @Delete("""
            delete from somoim_report_snapshots
            where id in (
                select s.id from somoim_report_snapshots s
                where s.created_at < #{before}
                    and not exists (select 1 from somoim_reports r where r.snapshot_id = s.id)
                order by s.created_at, s.id
                limit #{limit})
            """)
    int purgeSnapshots(Instant before, int limit);

    @Override
    default int forget(Id<User> person, int limit) {
        return unname(person, limit)
                + removeSnapshotsOf(person, limit)
                + removeSnapshotsAs(person, limit)
                + (distrust(person) ? 1 : 0);
    }

    @Update("""
            update somoim_reports set reporter_id = null, words = null
            where id in (
                select id from somoim_reports where reporter_id = #{person} order by created_at desc, id desc
                limit #{limit})
            """)
    int unname(Id<User> person, int limit);

    @Delete("""
            delete from somoim_report_snapshots
            where id in (select id from somoim_report_snapshots where author_id = #{person} order by created_at, id limit #{limit})
            """)
    int removeSnapshotsOf(Id<User> person, int limit);

    @Delete("""
            delete from somoim_report_snapshots
            where id in (select id from somoim_report_snapshots where subject_id = #{person} order by created_at, id limit #{limit})
            """)
    int removeSnapshotsAs(Id<User> person, int limit);

    @Override
    @Delete("delete from somoim_report_snapshots where subject_id = #{subject} and author_id is null")
    int forgetAbout(Id<?> subject);
}
