package org.somoim.sqlite.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Measure;
import org.somoim.moderation.MeasureStore;
import org.somoim.sqlite.Beyond;

/**
 * Measures in {@code somoim_measures}, objections in {@code somoim_appeals}, when someone who is slowed last spoke in {@code
 * somoim_paces}. Made from its annotations.
 */
public interface SqliteMeasureStore extends MeasureStore {
    /** What is left of the facts where they told of somebody who has been erased. */
    Prose GONE = new Prose("…");

    /** Every column of a {@link Measure}. */
    String COLUMNS = """
            m.id, m.case_id, m.follows_id, m.kind, m.state, m.subject_kind, m.subject_id, m.target_id, m.person_id,
            m.place_id, m.ground, m.rule, m.facts, m.automated, m.confidence, m.source, m.points, m.rung, m.decider_id,
            m.second_id, m.former, m.created_at as decided_at, m.starts_at as "from", m.ends_at as until, m.ended_at
            """;

    /** Every column of an {@link Appeal}. */
    String APPEAL = """
            id, measure_id, report_id, case_id, appellant_id, words, status, decider_id, second_id, reviewer_id, answer,
            created_at as filed_at, decided_at
            """;

    @Override
    @Insert("""
            insert into somoim_measures (
                id, case_id, follows_id, kind, state, subject_kind, subject_id, target_id, person_id, place_id, ground,
                rule, facts, automated, confidence, source, points, rung, decider_id, second_id, former, starts_at,
                ends_at, ended_at, created_at)
            values (
                #{id}, #{caseId}, #{followsId}, #{kind}, #{state}, #{subjectKind}, #{subjectId}, #{targetId},
                #{personId}, #{placeId}, #{ground}, #{rule}, #{facts}, #{automated}, #{confidence}, #{source},
                #{points}, #{rung}, #{deciderId}, #{secondId}, #{former}, #{from}, #{until}, #{endedAt}, #{decidedAt})
            """)
    void add(Measure measure);

    @Override
    @Update("""
            update somoim_measures
            set state = #{measure.state}, second_id = #{measure.secondId}, former = #{measure.former},
                starts_at = #{measure.from}, ends_at = #{measure.until}, ended_at = #{measure.endedAt}
            where id = #{measure.id} and state = #{state}
            """)
    boolean move(Measure measure, Measure.State state);

    @Override
    @Select("select " + COLUMNS + " from somoim_measures m where m.id = #{id}")
    Optional<Measure> find(Id<Measure> id);

    @Override
    @Select("select " + COLUMNS + " from somoim_measures m where m.case_id = #{id} order by m.created_at, m.id")
    List<Measure> ofCase(Id<Case> id);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_measures m
            where m.state = 'PROPOSED' and m.decider_id <> #{reader} and (m.person_id is null or m.person_id <> #{reader})
                and not exists (
                    select 1 from somoim_reports r where r.case_id = m.case_id and r.reporter_id = #{reader})
            order by m.created_at, m.id
            limit #{limit}
            """)
    List<Measure> proposed(Id<User> reader, int limit);

    @Override
    @Select("select " + COLUMNS + " from somoim_measures m where m.follows_id = #{id} order by m.created_at, m.id")
    List<Measure> following(Id<Measure> id);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_measures m
            where m.target_id = #{target} and m.state = 'TAKEN' and (m.ends_at is null or m.ends_at > #{now})
            order by m.created_at, m.id
            """)
    List<Measure> inForce(Id<?> target, Instant now);

    @Override
    @Select("""
            select target_id
            from somoim_measures
            where state = 'TAKEN' and automated = 1 and kind = 'HIDE' and source = 'REPORT'
            order by target_id
            limit #{limit}
            """)
    List<Id<?>> hiddenByReports(int limit);

    @Override
    default List<Measure> against(Id<User> person, @Nullable Cursor after, int limit) {
        return againstRows(person, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_measures m
            where m.person_id = #{person} and m.state in ('TAKEN', 'LIFTED', 'OVERTURNED')
                and (m.created_at, m.id) < (#{after.at}, #{after.id})
            order by m.created_at desc, m.id desc
            limit #{limit}
            """)
    List<Measure> againstRows(Id<User> person, Cursor after, int limit);

    @Override
    default List<Measure> banned(Instant now, @Nullable Cursor after, int limit) {
        return bannedRows(now, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_measures m
            where m.state = 'TAKEN' and m.kind in ('RATE_LIMIT', 'MUTE', 'SUSPEND', 'GROUP_BAN', 'BAN')
                and (m.ends_at is null or m.ends_at > #{now})
                and (m.created_at, m.id) < (#{after.at}, #{after.id})
            order by m.created_at desc, m.id desc
            limit #{limit}
            """)
    List<Measure> bannedRows(Instant now, Cursor after, int limit);

    @Override
    default List<Measure> taken(@Nullable Cursor after, int limit) {
        return takenRows(Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_measures m
            where m.state in ('TAKEN', 'LIFTED', 'OVERTURNED') and (m.created_at, m.id) < (#{after.at}, #{after.id})
            order by m.created_at desc, m.id desc
            limit #{limit}
            """)
    List<Measure> takenRows(Cursor after, int limit);

    @Override
    @Select("""
            select coalesce(sum(points), 0)
            from somoim_measures
            where person_id = #{person} and state in ('TAKEN', 'LIFTED')
                and created_at > #{since} and created_at <= #{until}
            """)
    int points(Id<User> person, Instant since, Instant until);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_measures m
            where m.person_id = #{person} and m.rung > 0 and m.state in ('TAKEN', 'PROPOSED')
            order by m.created_at, m.id
            """)
    List<Measure> consequences(Id<User> person);

    @Override
    default boolean pace(Id<User> person, Instant at, Duration least) {
        return paceRow(person, at, at.minus(least));
    }

    @Insert("""
            insert into somoim_paces (user_id, created_at) values (#{person}, #{at})
            on conflict (user_id) do update set created_at = excluded.created_at
            where somoim_paces.created_at <= #{before}
            """)
    boolean paceRow(Id<User> person, Instant at, Instant before);

    @Override
    default boolean add(Appeal appeal) {
        return addRow(appeal);
    }

    @Insert("""
            insert into somoim_appeals (
                id, measure_id, report_id, case_id, appellant_id, words, status, decider_id, second_id, reviewer_id,
                answer, created_at, decided_at)
            values (
                #{id}, #{measureId}, #{reportId}, #{caseId}, #{appellantId}, #{words}, #{status}, #{deciderId},
                #{secondId}, #{reviewerId}, #{answer}, #{filedAt}, #{decidedAt})
            on conflict do nothing
            """)
    boolean addRow(Appeal appeal);

    @Override
    @Update("""
            update somoim_appeals
            set status = #{status}, reviewer_id = #{reviewerId}, answer = #{answer}, decided_at = #{decidedAt}
            where id = #{id} and status = 'FILED'
            """)
    boolean judge(Appeal judged);

    @Override
    @Select("select " + APPEAL + " from somoim_appeals where id = #{id}")
    Optional<Appeal> appeal(Id<Appeal> id);

    @Override
    default List<Appeal> filed(Id<User> reviewer, @Nullable Cursor after, int limit) {
        return filedRows(reviewer, Beyond.oldest(after), limit);
    }

    @Select("select " + APPEAL + """
            from somoim_appeals
            where status = 'FILED' and appellant_id is not #{reviewer}
                and (decider_id is null or decider_id <> #{reviewer}) and (second_id is null or second_id <> #{reviewer})
                and (created_at, id) > (#{after.at}, #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Appeal> filedRows(Id<User> reviewer, Cursor after, int limit);

    @Override
    @Select("select " + APPEAL + """
            from somoim_appeals
            where measure_id in (select unhex(value) from json_each(#{measures})) and appellant_id = #{appellant}
            order by measure_id
            """)
    List<Appeal> against(Id<User> appellant, Set<Id<Measure>> measures);

    @Override
    @Select("select " + APPEAL + """
            from somoim_appeals
            where measure_id in (select unhex(value) from json_each(#{measures})) and appellant_id is null
            order by measure_id
            """)
    List<Appeal> unnamed(Set<Id<Measure>> measures);

    @Override
    default List<Appeal> by(Id<User> appellant, @Nullable Cursor after, int limit) {
        return byRows(appellant, Beyond.newest(after), limit);
    }

    @Select("select " + APPEAL + """
            from somoim_appeals
            where appellant_id = #{appellant} and (created_at, id) < (#{after.at}, #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Appeal> byRows(Id<User> appellant, Cursor after, int limit);

    @Override
    @Select("""
            select ground, kind, automated, count(*) as count
            from somoim_measures
            where state in ('TAKEN', 'LIFTED', 'OVERTURNED') and created_at >= #{from} and created_at < #{to}
            group by ground, kind, automated
            order by ground, kind, automated
            """)
    List<Tally> tally(Instant from, Instant to);

    @Override
    @Select("""
            select status, count(*) as count
            from somoim_appeals
            where decided_at >= #{from} and decided_at < #{to}
            group by status
            order by status
            """)
    List<Verdicts> verdicts(Instant from, Instant to);

    @Override
    @Select("select count(*) from somoim_appeals where status = 'FILED'")
    int countFiled();

    @Override
    default int purge(Instant before, Instant now, int limit) {
        return purgeAppeals(before, limit) + purgeMeasures(before, limit);
    }

    @Delete("""
            delete from somoim_appeals
            where id in (
                select id from somoim_appeals where decided_at < #{before} order by decided_at, id limit #{limit})
            """)
    int purgeAppeals(Instant before, int limit);

    @Delete("""
            delete from somoim_measures
            where id in (
                select m.id from somoim_measures m
                where coalesce(m.ended_at, m.ends_at) < #{before} and m.state <> 'PROPOSED'
                    and not exists (select 1 from somoim_measures n where n.follows_id = m.id)
                    and not exists (select 1 from somoim_appeals a where a.measure_id = m.id)
                order by coalesce(m.ended_at, m.ends_at), m.id
                limit #{limit})
            """)
    int purgeMeasures(Instant before, int limit);

    @Override
    default int forget(Id<User> person, int limit) {
        return removeAppealsOf(person, limit)
                + removeAgainst(person, limit)
                + unname(person, GONE, limit)
                + removePace(person);
    }

    @Delete("""
            delete from somoim_appeals
            where id in (
                select id from somoim_appeals where appellant_id = #{person} order by created_at desc, id desc
                limit #{limit})
            """)
    int removeAppealsOf(Id<User> person, int limit);

    @Delete("""
            delete from somoim_measures
            where id in (select id from somoim_measures where target_id = #{person} order by created_at, id limit #{limit})
            """)
    int removeAgainst(Id<User> person, int limit);

    @Update("""
            update somoim_measures set person_id = null, facts = #{words}, former = null
            where id in (
                select id from somoim_measures where person_id = #{person} and target_id <> #{person}
                order by created_at desc, id desc
                limit #{limit})
            """)
    int unname(Id<User> person, Prose words, int limit);

    @Override
    default int forgetAbout(Id<?> target) {
        return takeWords(target, GONE);
    }

    @Update("update somoim_measures set facts = #{words} where target_id = #{target} and person_id is null")
    int takeWords(Id<?> target, Prose words);

    @Override
    @Delete("""
            delete from somoim_appeals
            where appellant_id is null and measure_id in (select id from somoim_measures where target_id = #{target})
            """)
    int removeUnnamed(Id<?> target);

    @Delete("delete from somoim_paces where user_id = #{person}")
    int removePace(Id<User> person);
}
