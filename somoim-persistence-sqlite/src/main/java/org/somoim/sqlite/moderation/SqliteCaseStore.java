package org.somoim.sqlite.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.Case;
import org.somoim.moderation.CaseStore;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Lesson;
import org.somoim.moderation.Likeness;
import org.somoim.moderation.Signal;
import org.somoim.sqlite.Beyond;

/** Cases in {@code somoim_cases}, what detectors say in {@code somoim_case_signals}. Made from its annotations. */
public interface SqliteCaseStore extends CaseStore {
    /** Every column of a {@link Case}. */
    String COLUMNS = """
            id, subject_kind, subject_id, author_id, place_id, status, ground, escalated, standing, probability, reach,
            weight, like_first, like_second, kin_id, claimant_id, claimed_until, snoozed_until, outsider_id, decider_id,
            settled_weight, version, said_at, opened_at, decided_at
            """;

    /** Open, and {@code #{reader}} has no part in it. */
    String FOR_READER = """
            c.status = 'OPEN' and c.escalated <= #{escalated}
                and (c.author_id is null or c.author_id <> #{reader})
                and (c.outsider_id is null or c.outsider_id <> #{reader})
                and not exists (
                    select 1 from somoim_reports r where r.case_id = c.id and r.reporter_id = #{reader})
            """;

    @Override
    @Insert("""
            insert into somoim_cases (
                id, subject_kind, subject_id, author_id, place_id, status, ground, escalated, standing, probability,
                reach, weight, like_first, like_second, kin_id, claimant_id, claimed_until, snoozed_until, outsider_id,
                decider_id, settled_weight, version, said_at, opened_at, decided_at, created_at)
            values (
                #{id}, #{subjectKind}, #{subjectId}, #{authorId}, #{placeId}, #{status}, #{ground}, #{escalated},
                #{standing}, #{probability}, #{reach}, #{weight}, #{likeFirst}, #{likeSecond}, #{kinId}, #{claimantId},
                #{claimedUntil}, #{snoozedUntil}, #{outsiderId}, #{deciderId}, #{settledWeight}, #{version}, #{saidAt},
                #{openedAt}, #{decidedAt}, #{openedAt})
            """)
    void add(Case added);

    @Override
    @Update("""
            update somoim_cases
            set author_id = #{moved.authorId}, place_id = #{moved.placeId}, status = #{moved.status},
                ground = #{moved.ground}, escalated = #{moved.escalated}, standing = #{moved.standing},
                probability = #{moved.probability}, reach = #{moved.reach}, weight = #{moved.weight},
                claimant_id = #{moved.claimantId}, claimed_until = #{moved.claimedUntil},
                snoozed_until = #{moved.snoozedUntil}, outsider_id = #{moved.outsiderId},
                decider_id = #{moved.deciderId}, settled_weight = #{moved.settledWeight}, version = #{moved.version},
                said_at = #{moved.saidAt}, opened_at = #{moved.openedAt}, decided_at = #{moved.decidedAt}
            where id = #{moved.id} and version = #{version}
            """)
    boolean move(Case moved, int version);

    @Override
    @Select("select " + COLUMNS + " from somoim_cases where id = #{id}")
    Optional<Case> find(Id<Case> id);

    @Override
    @Select("select " + COLUMNS + " from somoim_cases where subject_id = #{subject}")
    Optional<Case> about(Id<?> subject);

    @Override
    default Optional<Case> claimNext(Id<User> by, boolean escalated, Instant now, Instant until) {
        return claimNextRow(by, escalated, now, until);
    }

    /** Marked as one that changes things, or MyBatis would answer a second call from memory. */
    @Select("""
            update somoim_cases
            set claimant_id = #{reader}, claimed_until = #{until}, version = version + 1
            where id = (
                select c.id
                from somoim_cases c
                where (c.claimed_until is null or c.claimed_until <= #{now}) and """ + " " + FOR_READER + """
                order by c.escalated desc, c.standing desc, c.id
                limit 1)
            returning
            """ + COLUMNS)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Case> claimNextRow(Id<User> reader, boolean escalated, Instant now, Instant until);

    @Override
    @Select("select " + COLUMNS + " from somoim_cases c where " + FOR_READER + """
            order by c.escalated desc, c.standing desc, c.id
            limit #{limit}
            """)
    List<Case> mostUrgent(Id<User> reader, boolean escalated, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_cases
            where id in (
                select id from (
                    select id from somoim_cases
                    where like_first = #{likeness.first} and like_first is not null
                    order by opened_at, id limit #{limit})
                union
                select id from (
                    select id from somoim_cases
                    where like_second = #{likeness.second} and like_second is not null
                    order by opened_at, id limit #{limit}))
            order by opened_at, id
            limit #{limit}
            """)
    List<Case> like(Likeness likeness, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_cases
            where kin_id = #{kin} and status = 'OPEN'
            order by opened_at, id
            limit #{limit}
            """)
    List<Case> kin(Id<Case> kin, int limit);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_cases
            where status = 'SNOOZED' and snoozed_until <= #{now}
            order by snoozed_until, id
            limit #{limit}
            """)
    List<Case> due(Instant now, int limit);

    @Override
    @Select("select opened_at from somoim_cases where status = 'OPEN' order by opened_at limit 1")
    Optional<Instant> oldest();

    @Override
    @Select("""
            select
                (select count(*) from somoim_cases where status = 'OPEN') as open,
                (select count(*) from somoim_cases where status = 'OPEN' and claimed_until > #{now}) as held,
                (select count(*) from somoim_cases where status = 'SNOOZED') as snoozed,
                (select count(*) from somoim_cases where status = 'PROPOSED') as proposed,
                (select count(*) from somoim_cases where status = 'OPEN' and escalated = 1) as escalated,
                (select min(opened_at) from somoim_cases where status = 'OPEN') as oldest
            """)
    Count count(Instant now);

    @Override
    default void add(Signal.Kept kept) {
        addRow(
                kept,
                new Prose(
                        kept.signal().because().isEmpty()
                                ? "-"
                                : kept.signal().because().stream()
                                        .map(Line::value)
                                        .collect(Collectors.joining("\n"))));
    }

    @Insert("""
            insert into somoim_case_signals (case_id, number, detector, ground, probability, said, because, created_at)
            values (
                #{kept.caseId},
                (select coalesce(max(number), 0) + 1 from somoim_case_signals where case_id = #{kept.caseId}),
                #{kept.signal.detector}, #{kept.signal.ground}, #{kept.signal.probability}, #{kept.said}, #{because}, #{kept.at})
            """)
    void addRow(Signal.Kept kept, Prose because);

    @Override
    default List<Signal.Kept> signals(Id<Case> id, int limit) {
        return signalRows(id, limit).stream().map(Row::kept).toList();
    }

    @Select("""
            select case_id, detector, ground, probability, said, because, created_at as at
            from somoim_case_signals
            where case_id = #{id}
            order by number
            limit #{limit}
            """)
    List<Row> signalRows(Id<Case> id, int limit);

    /** A signal as the table has it. */
    record Row(Id<Case> caseId, Word detector, Ground ground, int probability, int said, Prose because, Instant at) {
        Signal.Kept kept() {
            List<Line> lines = because.value().equals("-")
                    ? List.of()
                    : because.value().lines().map(Line::new).toList();
            return new Signal.Kept(caseId, new Signal(detector, ground, probability, lines), said, at);
        }
    }

    @Override
    @Delete("delete from somoim_case_signals where case_id = #{id}")
    int removeSignals(Id<Case> id);

    @Override
    @Insert("""
            insert into somoim_case_lessons (
                case_id, detector, ground, said, probability, violating, unaware, created_at)
            values (
                #{caseId}, #{detector}, #{ground}, #{said}, #{probability}, #{violating}, #{unaware}, #{at})
            on conflict (case_id, detector, ground) do update
            set said = excluded.said, probability = excluded.probability, violating = excluded.violating,
                unaware = excluded.unaware, created_at = excluded.created_at
            """)
    void put(Lesson lesson);

    @Override
    @Select("""
            select case_id, detector, ground, said, probability, violating, unaware, created_at as at
            from somoim_case_lessons
            where detector = #{detector} and ground = #{ground}
            order by created_at desc, case_id desc
            limit #{limit}
            """)
    List<Lesson> lessons(Word detector, Ground ground, int limit);

    @Override
    @Select("""
            select detector, ground, count(*) as count, max(created_at) as last
            from somoim_case_lessons
            group by detector, ground
            """)
    List<Taught> taught();

    @Override
    default List<Case> against(Id<User> author, @Nullable Cursor after, int limit) {
        return againstRows(author, Beyond.oldest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_cases
            where author_id = #{author} and (opened_at, id) > (#{after.at}, #{after.id})
            order by opened_at, id
            limit #{limit}
            """)
    List<Case> againstRows(Id<User> author, Cursor after, int limit);

    @Override
    default int purge(Instant before, int limit) {
        return purgeCases(before, limit) + purgeReasons(before, limit);
    }

    @Update("""
            update somoim_case_signals set because = '-'
            where (case_id, number) in (
                select case_id, number from somoim_case_signals
                where created_at < #{before} and because <> '-'
                order by created_at, case_id, number
                limit #{limit})
            """)
    int purgeReasons(Instant before, int limit);

    @Delete("""
            delete from somoim_cases
            where id in (
                select c.id from somoim_cases c
                where c.decided_at < #{before}
                    and not exists (select 1 from somoim_reports r where r.case_id = c.id)
                    and not exists (select 1 from somoim_measures m where m.case_id = c.id)
                order by c.decided_at, c.id
                limit #{limit})
            """)
    int purgeCases(Instant before, int limit);

    @Override
    default int forget(Id<User> person, int limit) {
        return silence(person, limit) + unname(person, limit) + release(person, limit);
    }

    /** Of the cases that {@link #unname} is about to empty. */
    @Update("""
            update somoim_case_signals set because = '-'
            where because <> '-' and case_id in (
                select id from somoim_cases where author_id = #{person} order by opened_at, id limit #{limit})
            """)
    int silence(Id<User> person, int limit);

    @Update("""
            update somoim_cases set author_id = null
            where id in (select id from somoim_cases where author_id = #{person} order by opened_at, id limit #{limit})
            """)
    int unname(Id<User> person, int limit);

    @Update("""
            update somoim_cases set claimant_id = null, claimed_until = null
            where id in (select id from somoim_cases where claimant_id = #{person} order by id limit #{limit})
            """)
    int release(Id<User> person, int limit);
}
