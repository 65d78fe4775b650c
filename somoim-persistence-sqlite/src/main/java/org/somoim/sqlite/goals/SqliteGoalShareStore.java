package org.somoim.sqlite.goals;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.goals.AgeBand;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalFace;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShareStore;
import org.somoim.goals.GoalTraits;
import org.somoim.goals.Story;
import org.somoim.goals.Tags;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.privacy.redaction.AmountRange;
import org.somoim.sqlite.Beyond;

/**
 * Shared goals in {@code somoim_goal_shares}, how they look in {@code somoim_goal_share_faces} and {@code
 * somoim_goal_tags}, whose they are in {@code somoim_goal_share_owners}, and cheers in {@code somoim_goal_votes}. Made
 * from its annotations.
 */
public interface SqliteGoalShareStore extends GoalShareStore {
    String COLUMNS = """
            s.id, s.shared_on, s.likes_count as likes, s.inspiration_votes as inspirations,
                f.since, f.withdrawn, f.goal_category as category, f.target_low, f.target_high,
                f.current_progress_percentage as progress, f.user_age_group as age, f.income_low, f.income_high,
                f.user_location_region as area, f.goal_title as title, f.goal_description as description,
                f.strategy_description as strategy, f.tips_and_lessons as tips,
                coalesce(
                    (select group_concat(tag, char(10))
                     from (
                        select t.tag from somoim_goal_tags t
                        where t.share_id = f.share_id and t.since = f.since
                        order by t.place)),
                    '') as tags,
                f.is_verified_completion as verified
            from somoim_goal_shares s
            join somoim_goal_share_faces f on f.share_id = s.id
            """;

    /** As others see it today. */
    String SHOWN = "f.since <= #{today} and (f.until is null or f.until > #{today}) and not f.withdrawn";

    @Override
    default void add(GoalShare share, Owner owner) {
        addShare(share);
        addOwner(owner);
        put(share.id(), share.face());
    }

    @Insert("""
            insert into somoim_goal_shares (id, shared_on, likes_count, inspiration_votes)
            values (#{id}, #{sharedOn}, #{likes}, #{inspirations})
            """)
    void addShare(GoalShare share);

    @Insert("""
            insert into somoim_goal_share_owners (pseudonym, share_id, veiled)
            values (#{pseudonym}, #{shareId}, #{veiled})
            """)
    void addOwner(Owner owner);

    @Override
    default void put(Id<GoalShare> share, GoalFace face) {
        removeFrom(share, face.since());
        end(share, face.since());
        addFace(share, face);
        if (face.story() != null) {
            List<Line> tags = face.story().tags().lines();
            addTags(share, face.since(), tags);
        }
    }

    @Delete("delete from somoim_goal_share_faces where share_id = #{share} and since >= #{day}")
    void removeFrom(Id<GoalShare> share, Instant day);

    @Update("""
            update somoim_goal_share_faces set until = #{day}
            where share_id = #{share} and (until is null or until > #{day})
            """)
    void end(Id<GoalShare> share, Instant day);

    @Insert("""
            insert into somoim_goal_share_faces (
                share_id, since, until, withdrawn, goal_category, target_low, target_high, current_progress_percentage,
                user_age_group, income_low, income_high, user_location_region, goal_title, goal_description,
                strategy_description, tips_and_lessons, is_verified_completion)
            values (
                #{share}, #{face.since}, null, #{face.withdrawn}, #{face.traits.category}, #{face.traits.target.low},
                #{face.traits.target.high}, #{face.traits.progress}, #{face.traits.age}, #{face.traits.income.low},
                #{face.traits.income.high}, #{face.traits.area}, #{face.story.title}, #{face.story.description},
                #{face.story.strategy}, #{face.story.tips}, #{face.verified})
            """)
    void addFace(Id<GoalShare> share, GoalFace face);

    @Insert("""
            insert into somoim_goal_tags (share_id, since, place, tag)
            select #{share}, #{since}, key, value from json_each(#{tags})
            """)
    void addTags(Id<GoalShare> share, Instant since, List<Line> tags);

    /** Tags as one text. A line holds no line feed, so one joins many. */
    static String joined(Tags tags) {
        return tags.lines().stream().map(Line::value).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #joined} wrote. */
    static Tags split(String joined) {
        return new Tags(joined.lines().map(Line::new).toList());
    }

    @Override
    default Optional<GoalShare> latest(Id<GoalShare> share) {
        return latestRow(share).map(Row::share);
    }

    @Select("select " + COLUMNS + " where s.id = #{share} and f.until is null")
    Optional<Row> latestRow(Id<GoalShare> share);

    @Override
    default List<GoalShare> latest(Collection<Id<GoalShare>> shares) {
        return latestRows(shares).stream().map(Row::share).toList();
    }

    @Select("select " + COLUMNS + """
            where s.id in (select unhex(value) from json_each(#{shares})) and f.until is null
            order by s.shared_on desc, s.id desc
            """)
    List<Row> latestRows(Collection<Id<GoalShare>> shares);

    @Override
    default Optional<GoalShare> shown(Id<GoalShare> share, Instant today) {
        return shownRow(share, today).map(Row::share);
    }

    @Select("select " + COLUMNS + " where s.id = #{share} and " + SHOWN)
    Optional<Row> shownRow(Id<GoalShare> share, Instant today);

    @Override
    default List<GoalShare> shown(GoalFilter filter, Instant today, @Nullable Cursor after, int limit) {
        return shownRows(filter, today, Beyond.newest(after), limit).stream()
                .map(Row::share)
                .toList();
    }

    @Select("select " + COLUMNS + " where " + SHOWN + """
                and (s.shared_on, s.id) < (#{after.at}, #{after.id})
                and (#{filter.category} is null or f.goal_category = #{filter.category})
                and (#{filter.tag} is null or exists (
                    select 1 from somoim_goal_tags t
                    where t.share_id = f.share_id and t.since = f.since and t.tag = #{filter.tag}))
                and (#{filter.target} is null or f.target_low <= #{filter.target} and #{filter.target} < f.target_high)
                and (#{filter.age} is null or f.user_age_group = #{filter.age})
                and (#{filter.income} is null or f.income_low <= #{filter.income} and #{filter.income} < f.income_high)
                and (#{filter.area} is null or f.user_location_region = #{filter.area})
                and (#{filter.reached} is null
                    or (coalesce(f.current_progress_percentage, 0) = 100) = #{filter.reached})
                and (#{filter.verified} is null or f.is_verified_completion = #{filter.verified})
            order by s.shared_on desc, s.id desc
            limit #{limit}
            """)
    List<Row> shownRows(GoalFilter filter, Instant today, Cursor after, int limit);

    @Override
    @Delete("delete from somoim_goal_shares where id = #{share}")
    boolean remove(Id<GoalShare> share);

    @Override
    default List<Owner> owned(Collection<Digest> pseudonyms) {
        return ownedRows(pseudonyms.stream().map(Digest::hex).toList());
    }

    @Select("""
            select pseudonym, share_id, veiled
            from somoim_goal_share_owners
            where pseudonym in (select value from json_each(#{pseudonyms}))
            order by share_id
            """)
    List<Owner> ownedRows(List<String> pseudonyms);

    @Override
    @Select("select pseudonym, share_id, veiled from somoim_goal_share_owners where share_id = #{share}")
    Optional<Owner> owner(Id<GoalShare> share);

    @Override
    @Delete("delete from somoim_goal_share_owners where share_id = #{share}")
    boolean disown(Id<GoalShare> share);

    @Override
    @Insert("""
            insert into somoim_goal_votes (share_id, cheer, user_id)
            values (#{share}, #{cheer}, #{person})
            on conflict (share_id, cheer, user_id) do nothing
            """)
    boolean give(Id<GoalShare> share, Id<User> person, Cheer cheer);

    @Override
    @Delete("delete from somoim_goal_votes where share_id = #{share} and cheer = #{cheer} and user_id = #{person}")
    boolean takeBack(Id<GoalShare> share, Id<User> person, Cheer cheer);

    @Override
    default Set<Given> given(Id<User> person, Collection<Id<GoalShare>> shares) {
        return Set.copyOf(givenTo(person, shares));
    }

    @Select("""
            select share_id, cheer
            from somoim_goal_votes
            where user_id = #{person} and share_id in (select unhex(value) from json_each(#{shares}))
            order by share_id, cheer
            """)
    List<Given> givenTo(Id<User> person, Collection<Id<GoalShare>> shares);

    @Override
    default List<Given> given(Id<User> person, @Nullable Given after, int limit) {
        return givenRows(
                person,
                after == null ? new Id<>(new UUID(0, 0)) : after.shareId(),
                after == null ? "" : after.cheer().name(),
                limit);
    }

    @Select("""
            select share_id, cheer
            from somoim_goal_votes
            where user_id = #{person} and (share_id, cheer) > (#{share}, #{cheer})
            order by share_id, cheer
            limit #{limit}
            """)
    List<Given> givenRows(Id<User> person, Id<GoalShare> share, String cheer, int limit);

    @Override
    @Update("""
            update somoim_goal_shares set count_on = #{day}
            where id = #{share} and (count_on is null or count_on > #{day})
            """)
    void countOn(Id<GoalShare> share, Instant day);

    @Override
    @Select("""
            select id
            from somoim_goal_shares
            where count_on is not null and count_on <= #{today}
            order by count_on, id
            limit #{limit}
            """)
    List<Id<GoalShare>> toCount(Instant today, int limit);

    @Override
    @Select("select count(*) from somoim_goal_votes where share_id = #{share} and cheer = #{cheer}")
    int count(Id<GoalShare> share, Cheer cheer);

    @Override
    @Update("""
            update somoim_goal_shares
            set likes_count = #{likes}, inspiration_votes = #{inspirations}, count_on = null
            where id = #{share}
            """)
    void putCounts(Id<GoalShare> share, int likes, int inspirations);

    @Override
    @Delete("""
            delete from somoim_goal_share_faces
            where (share_id, since) in (
                select share_id, since from somoim_goal_share_faces
                where until <= #{today}
                order by until, share_id
                limit #{limit})
            """)
    int removePast(Instant today, int limit);

    /** A share as its columns are. */
    record Row(
            Id<GoalShare> id,
            Instant sharedOn,
            int likes,
            int inspirations,
            Instant since,
            boolean withdrawn,
            GoalCategory category,
            @Nullable Long targetLow,
            @Nullable Long targetHigh,
            @Nullable Integer progress,
            @Nullable AgeBand age,
            @Nullable Long incomeLow,
            @Nullable Long incomeHigh,
            @Nullable Word area,
            @Nullable Line title,
            @Nullable Prose description,
            @Nullable Prose strategy,
            @Nullable Prose tips,
            Tags tags,
            boolean verified) {

        GoalShare share() {
            var traits = new GoalTraits(
                    category, range(targetLow, targetHigh), progress, age, range(incomeLow, incomeHigh), area);
            Story story = title == null ? null : new Story(title, description, strategy, tips, tags);
            return new GoalShare(
                    id, sharedOn, likes, inspirations, new GoalFace(since, withdrawn, traits, story, verified));
        }

        private static @Nullable AmountRange range(@Nullable Long low, @Nullable Long high) {
            return low == null ? null : new AmountRange(low, requireNonNull(high));
        }
    }
}
