package org.somoim.sqlite.ratings;

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
import org.somoim.kernel.User;
import org.somoim.ratings.Rating;
import org.somoim.ratings.RatingStore;
import org.somoim.ratings.Reputation;
import org.somoim.sqlite.Beyond;

/** Ratings in {@code somoim_ratings}, and what follows from them in {@code somoim_reputation_summaries}. Made from its annotations. */
public interface SqliteRatingStore extends RatingStore {
    /** Waits, and was open at {@code #{before}}. */
    String OPEN = """
            r.published_at is null and r.created_at < #{before}
                and (r.closes_at <= #{before} or exists (
                    select 1
                    from somoim_ratings b
                    where b.event_id = r.event_id and b.rated_id = r.rater_id and b.rater_id = r.rated_id
                        and b.created_at < #{before}))
            """;

    @Override
    @Insert("""
            insert into somoim_ratings (
                id, event_id, rater_id, rated_id, stars, comment, created_at, closes_at, published_at)
            values (
                #{id}, #{eventId}, #{raterId}, #{ratedId}, #{stars}, #{comment}, #{createdAt}, #{closesAt},
                #{publishedAt})
            on conflict (event_id, rated_id, rater_id) do nothing
            """)
    boolean add(Rating rating);

    @Override
    @Select("""
            select id, event_id, rater_id, rated_id, stars, comment, created_at, closes_at, published_at
            from somoim_ratings
            where id = #{rating}
            """)
    Optional<Rating> find(Id<Rating> rating);

    @Override
    default List<Rating> given(Id<User> rater, @Nullable Cursor after, int limit) {
        return givenRows(rater, Beyond.newest(after), limit);
    }

    @Select("""
            select id, event_id, rater_id, rated_id, stars, comment, created_at, closes_at, published_at
            from somoim_ratings
            where rater_id = #{rater} and (created_at, id) < (#{after.at}, #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Rating> givenRows(Id<User> rater, Cursor after, int limit);

    @Override
    @Select("""
            select rated_id
            from somoim_ratings
            where rater_id = #{rater} and event_id = #{event}
            order by rated_id
            """)
    Set<Id<User>> ratedBy(Id<User> rater, Id<?> event);

    @Override
    @Select("select r.rated_id from somoim_ratings r where " + OPEN + """
            group by r.rated_id
            having count(distinct r.rater_id) >= #{leastRaters}
            order by r.rated_id
            limit #{limit}
            """)
    List<Id<User>> due(Instant before, int leastRaters, int limit);

    @Override
    @Update("update somoim_ratings as r set published_at = #{at} where r.rated_id = #{person} and " + OPEN)
    int publish(Id<User> person, Instant before, Instant at);

    @Override
    @Select("""
            select coalesce(sum(stars), 0) as sum, count(*) as ratings
            from somoim_ratings
            where rated_id = #{person} and published_at is not null
            """)
    Total total(Id<User> person);

    @Override
    @Insert("""
            insert into somoim_reputation_summaries (user_id, reputation, ratings, created_at, updated_at)
            values (#{reputation.userId}, #{reputation.hundredths}, #{reputation.ratings}, #{at}, #{at})
            on conflict (user_id) do update
            set reputation = excluded.reputation, ratings = excluded.ratings, updated_at = excluded.updated_at
            """)
    void put(Reputation reputation, Instant at);

    @Override
    @Select("""
            select user_id, reputation as hundredths, ratings
            from somoim_reputation_summaries
            where user_id = #{person}
            """)
    Optional<Reputation> reputation(Id<User> person);

    @Override
    default List<Said> comments(Id<User> person, @Nullable Id<Rating> after, int limit) {
        return commentRows(person, after == null ? Beyond.oldest(null) : Cursor.of(Instant.EPOCH, after), limit);
    }

    @Select("""
            select id, comment
            from somoim_ratings
            where rated_id = #{person} and published_at is not null and comment is not null and id > #{after.id}
            order by id
            limit #{limit}
            """)
    List<Said> commentRows(Id<User> person, Cursor after, int limit);

    @Override
    default int forgetRater(Id<User> rater, int limit) {
        int removed = removeWaiting(rater, limit);
        return removed + unname(rater, limit);
    }

    @Delete("""
            delete from somoim_ratings
            where id in (
                select id from somoim_ratings where rater_id = #{rater} and published_at is null
                order by created_at desc, id desc
                limit #{limit})
            """)
    int removeWaiting(Id<User> rater, int limit);

    @Update("""
            update somoim_ratings set rater_id = null, comment = null
            where id in (
                select id from somoim_ratings where rater_id = #{rater} and published_at is not null
                order by created_at desc, id desc
                limit #{limit})
            """)
    int unname(Id<User> rater, int limit);

    @Override
    default int removeRated(Id<User> person, int limit) {
        return removeRatings(person, limit) + removeSummary(person);
    }

    @Delete("""
            delete from somoim_ratings
            where id in (select id from somoim_ratings where rated_id = #{person} order by id limit #{limit})
            """)
    int removeRatings(Id<User> person, int limit);

    @Delete("delete from somoim_reputation_summaries where user_id = #{person}")
    int removeSummary(Id<User> person);
}
