package org.somoim.sqlite.forum;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Appreciation;
import org.somoim.forum.Category;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumPostStore;
import org.somoim.forum.Tally;
import org.somoim.forum.Topic;
import org.somoim.forum.Verdict;
import org.somoim.forum.Vote;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.sqlite.Beyond;
import org.somoim.sqlite.access.Predicates;

/**
 * Posts in {@code somoim_forum_posts}, what people gave to them in {@code somoim_forum_likes} and {@code
 * somoim_forum_votes}. Made from its annotations.
 */
public interface SqliteForumPostStore extends ForumPostStore {
    /** Every column of a {@link ForumPost}. */
    String COLUMNS = """
            p.id, p.topic_id, p.user_id as author_id, p.post_number as number, p.rank, p.content as body,
              p.likes_count as likes, p.helpful_votes as helpful, p.quality_score as quality, p.created_at, p.edited_at,
              p.updated_at, p.deleted_at, p.deleted_by
            from somoim_forum_posts p
            """;

    /** What others appreciate in the living posts of an author: by whom, for which post, and how. */
    String APPRECIATED = """
              select v.user_id as "by", p.id as post_id, 1 as helpful, 0 as solved
              from somoim_forum_posts p
                cross join somoim_forum_topics t on t.id = p.topic_id
                cross join somoim_forum_votes v on v.post_id = p.id
              where p.user_id = #{author} and p.post_number > 0 and p.deleted_at is null and t.deleted_at is null
                and v.verdict = 'HELPFUL' and v.user_id <> #{author}
              union all
              select t.solved_by, p.id, 0, 1
              from somoim_forum_posts p cross join somoim_forum_topics t on t.id = p.topic_id
              where p.user_id = #{author} and p.post_number > 0 and p.deleted_at is null and t.deleted_at is null
                and t.best_answer_id = p.id and t.solved_by <> #{author}
            """;

    @Override
    @Insert("""
            insert into somoim_forum_posts (id, topic_id, user_id, post_number, rank, content, likes_count, helpful_votes,
              quality_score, created_at, edited_at, updated_at, deleted_at, deleted_by)
            values (#{id}, #{topicId}, #{authorId}, #{number}, #{rank}, #{body}, #{likes}, #{helpful}, #{quality},
              #{createdAt}, #{editedAt}, #{updatedAt}, #{deletedAt}, #{deletedBy})
            """)
    void add(ForumPost post);

    @Override
    @Update("""
            update somoim_forum_posts
            set topic_id = #{topicId}, user_id = #{authorId}, post_number = #{number}, rank = #{rank}, content = #{body},
              created_at = #{createdAt}, edited_at = #{editedAt}, updated_at = #{updatedAt}, deleted_at = #{deletedAt},
              deleted_by = #{deletedBy}
            where id = #{id}
            """)
    void put(ForumPost post);

    @Override
    @Select("select " + COLUMNS + " where p.id = #{post}")
    Optional<ForumPost> find(Id<ForumPost> post);

    @Override
    @Select("select " + COLUMNS + " where p.topic_id = #{topic} and p.post_number = #{number} and p.post_number > 0")
    Optional<ForumPost> numbered(Id<Topic> topic, int number);

    @Override
    default Optional<ForumPost> opening(Id<Topic> topic) {
        return numbered(topic, 1).or(() -> longestWaiting(topic));
    }

    @Select("select " + COLUMNS + """
            where p.topic_id = #{topic} and p.post_number = 0
            order by p.created_at, p.id
            limit 1
            """)
    Optional<ForumPost> longestWaiting(Id<Topic> topic);

    @Override
    @Select("""
            select coalesce(
              (select rank from somoim_forum_posts
               where topic_id = #{topic} and post_number > 0
               order by post_number desc
               limit 1),
              0)
            """)
    long lastRank(Id<Topic> topic);

    @Override
    default List<ForumPost> in(Id<Topic> topic, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit) {
        return byNumber(topic, apartFrom, after, limit);
    }

    @Select("select " + COLUMNS + """
            where p.topic_id = #{topic} and p.post_number > coalesce(#{after.at}, 0) and p.post_number > 0
              and p.deleted_at is null
              and (#{viewer} is null or p.user_id not in (
            """ + Predicates.APART_FROM_VIEWER + """
              ))
            order by p.post_number
            limit #{limit}
            """)
    List<ForumPost> byNumber(Id<Topic> topic, @Nullable Id<User> viewer, @Nullable Cursor after, int limit);

    @Override
    default List<ForumPost> best(Id<Topic> topic, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit) {
        return byQuality(topic, apartFrom, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            where p.topic_id = #{topic} and p.post_number > 1 and p.deleted_at is null
              and (p.quality_score, p.id) < (#{after.at}, #{after.id})
              and (#{viewer} is null or p.user_id not in (
            """ + Predicates.APART_FROM_VIEWER + """
              ))
            order by p.quality_score desc, p.id desc
            limit #{limit}
            """)
    List<ForumPost> byQuality(Id<Topic> topic, @Nullable Id<User> viewer, Cursor after, int limit);

    @Override
    default List<ForumPost> waiting(Set<Id<Category>> categories, @Nullable Cursor after, int limit) {
        return waitingRows(categories, Beyond.oldest(after), limit);
    }

    @Select("select " + COLUMNS + """
            cross join somoim_forum_topics t on t.id = p.topic_id
            where p.post_number = 0 and p.deleted_at is null and t.deleted_at is null
              and t.category_id in (select unhex(value) from json_each(#{categories}))
              and (p.created_at, p.id) > (#{after.at}, #{after.id})
            order by p.created_at, p.id
            limit #{limit}
            """)
    List<ForumPost> waitingRows(Set<Id<Category>> categories, Cursor after, int limit);

    @Override
    @Select("""
            select count(*)
            from somoim_forum_posts p cross join somoim_forum_topics t on t.id = p.topic_id
            where p.user_id = #{author} and p.post_number = 0 and p.deleted_at is null and t.deleted_at is null
              and t.category_id = #{category}
            """)
    int countWaiting(Id<Category> category, Id<User> author);

    @Override
    @Select("""
            select exists (
              select 1
              from somoim_forum_posts p cross join somoim_forum_topics t on t.id = p.topic_id
              where p.user_id = #{author} and p.post_number > 0 and p.deleted_at is null and t.deleted_at is null
                and t.category_id = #{category})
            """)
    boolean isKnown(Id<Category> category, Id<User> author);

    @Override
    @Select("""
            select exists (select 1 from somoim_forum_posts where topic_id = #{topic} and user_id <> #{author})
            """)
    boolean isAnswered(Id<Topic> topic, Id<User> author);

    @Override
    default List<Place> places(Id<Topic> topic) {
        return Stream.of(placed(topic), unplaced(topic)).flatMap(List::stream).toList();
    }

    @Select("""
            select id as post_id, topic_id, post_number as number, rank
            from somoim_forum_posts
            where topic_id = #{topic} and post_number > 0
            order by post_number
            """)
    List<Place> placed(Id<Topic> topic);

    @Select("""
            select id as post_id, topic_id, post_number as number, rank
            from somoim_forum_posts
            where topic_id = #{topic} and post_number = 0
            order by created_at, id
            """)
    List<Place> unplaced(Id<Topic> topic);

    /** All of them lose their places first, so that none meets another on the way. */
    @Override
    default void place(Collection<Place> places) {
        takeAway(places.stream().map(Place::postId).toList());
        places.forEach(this::placeOne);
    }

    @Update("""
            update somoim_forum_posts set post_number = 0, rank = 0
            where id in (select unhex(value) from json_each(#{posts}))
            """)
    void takeAway(List<Id<ForumPost>> posts);

    @Update("""
            update somoim_forum_posts set topic_id = #{topicId}, post_number = #{number}, rank = #{rank}
            where id = #{postId}
            """)
    void placeOne(Place place);

    @Override
    @Insert("""
            insert into somoim_forum_likes (post_id, user_id, created_at) values (#{post}, #{person}, #{at})
            on conflict (post_id, user_id) do nothing
            """)
    boolean like(Id<ForumPost> post, Id<User> person, Instant at);

    @Override
    @Delete("delete from somoim_forum_likes where post_id = #{post} and user_id = #{person}")
    boolean unlike(Id<ForumPost> post, Id<User> person);

    @Override
    @Insert("""
            insert into somoim_forum_votes (post_id, user_id, verdict, created_at)
            values (#{postId}, #{userId}, #{verdict}, #{createdAt})
            on conflict (post_id, user_id) do update set verdict = excluded.verdict, created_at = excluded.created_at
            """)
    void vote(Vote vote);

    @Override
    @Delete("delete from somoim_forum_votes where post_id = #{post} and user_id = #{person}")
    boolean unvote(Id<ForumPost> post, Id<User> person);

    @Override
    default Map<Id<ForumPost>, Verdict> verdicts(Id<User> person, Collection<Id<ForumPost>> posts) {
        return votesOn(person, posts).stream().collect(toUnmodifiableMap(Vote::postId, Vote::verdict));
    }

    @Select("""
            select post_id, user_id, verdict, created_at
            from somoim_forum_votes
            where user_id = #{person} and post_id in (select unhex(value) from json_each(#{posts}))
            """)
    List<Vote> votesOn(Id<User> person, Collection<Id<ForumPost>> posts);

    @Override
    @Select("""
            select post_id
            from somoim_forum_likes
            where user_id = #{person} and post_id in (select unhex(value) from json_each(#{posts}))
            """)
    Set<Id<ForumPost>> liked(Id<User> person, Collection<Id<ForumPost>> posts);

    @Override
    @Select("""
            select
              (select count(*) from somoim_forum_likes where post_id = #{post}) as likes,
              count(case verdict when 'HELPFUL' then 1 end) as helpful,
              count(case verdict when 'UNHELPFUL' then 1 end) as unhelpful
            from somoim_forum_votes
            where post_id = #{post}
            """)
    Tally tally(Id<ForumPost> post);

    @Override
    @Update("""
            update somoim_forum_posts
            set likes_count = #{likes}, helpful_votes = #{helpful}, quality_score = #{quality}
            where id = #{post}
            """)
    void putTally(Id<ForumPost> post, int likes, int helpful, int quality);

    @Override
    @Select("""
            select "by", sum(helpful) as helpful, sum(solved) as solved
            from (
            """ + APPRECIATED + """
            )
            group by "by"
            order by "by"
            """)
    List<Appreciation> appreciations(Id<User> author);

    @Override
    @Select("select count(distinct post_id) from (" + APPRECIATED + ")")
    int countAppreciated(Id<User> author);

    @Override
    @Select("""
            select distinct p.user_id
            from somoim_forum_posts p join somoim_forum_topics t on t.id = p.topic_id
            where p.topic_id = #{topic} and p.post_number > 0
              and (t.best_answer_id = p.id and t.solved_by <> p.user_id
                or exists (
                  select 1 from somoim_forum_votes v
                  where v.post_id = p.id and v.verdict = 'HELPFUL' and v.user_id <> p.user_id))
            order by p.user_id
            """)
    List<Id<User>> appreciatedIn(Id<Topic> topic);

    @Override
    default int purge(Instant before, int limit) {
        List<Id<ForumPost>> due = due(before, limit);
        removeWaiting(due);
        emptyRows(due, ForumPost.GONE, before);
        removeVotesOn(due);
        removeLikesOf(due);
        return due.size();
    }

    @Select("""
            select p.id
            from somoim_forum_posts p cross join somoim_forum_topics t on t.id = p.topic_id
            where p.deleted_at < #{before} and p.erased_at is null and t.deleted_at is null
            order by p.deleted_at, p.id
            limit #{limit}
            """)
    List<Id<ForumPost>> due(Instant before, int limit);

    @Delete("""
            delete from somoim_forum_posts
            where id in (select unhex(value) from json_each(#{due})) and post_number = 0
            """)
    void removeWaiting(List<Id<ForumPost>> due);

    @Override
    default void empty(Id<ForumPost> post, Instant at) {
        List<Id<ForumPost>> one = List.of(post);
        emptyRows(one, ForumPost.GONE, at);
        removeVotesOn(one);
        removeLikesOf(one);
    }

    @Update("""
            update somoim_forum_posts
            set content = #{words}, likes_count = 0, helpful_votes = 0, quality_score = 0, edited_at = null,
              erased_at = #{at}
            where id in (select unhex(value) from json_each(#{posts}))
            """)
    void emptyRows(List<Id<ForumPost>> posts, Prose words, Instant at);

    @Delete("delete from somoim_forum_votes where post_id in (select unhex(value) from json_each(#{posts}))")
    void removeVotesOn(List<Id<ForumPost>> posts);

    @Delete("delete from somoim_forum_likes where post_id in (select unhex(value) from json_each(#{posts}))")
    void removeLikesOf(List<Id<ForumPost>> posts);

    /** What was given to it goes by foreign keys. */
    @Override
    @Delete("delete from somoim_forum_posts where id = #{post}")
    void remove(Id<ForumPost> post);

    @Override
    @Select("select " + COLUMNS + """
            where p.user_id = #{author} and p.erased_at is null
              and (p.created_at, p.id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by p.created_at, p.id
            limit #{limit}
            """)
    List<ForumPost> by(Id<User> author, @Nullable Cursor after, int limit);

    @Override
    default List<ForumPost> latest(Id<User> author, @Nullable Cursor after, int limit) {
        return latestRows(author, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            cross join somoim_forum_topics t on t.id = p.topic_id
            where p.user_id = #{author} and p.erased_at is null and p.deleted_at is null and t.deleted_at is null
              and (p.created_at, p.id) < (#{after.at}, #{after.id})
            order by p.created_at desc, p.id desc
            limit #{limit}
            """)
    List<ForumPost> latestRows(Id<User> author, Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            where p.user_id = #{author} and p.erased_at is null
              and (not #{kept} or p.deleted_at is not null or p.post_number = 0)
            order by p.created_at desc, p.id desc
            limit #{limit}
            """)
    List<ForumPost> leaving(Id<User> author, boolean kept, int limit);

    @Override
    @Select("""
            select post_id, user_id, created_at
            from somoim_forum_likes
            where user_id = #{person}
              and (created_at, post_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, post_id
            limit #{limit}
            """)
    List<Like> likes(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select post_id, user_id, verdict, created_at
            from somoim_forum_votes
            where user_id = #{person}
              and (created_at, post_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, post_id
            limit #{limit}
            """)
    List<Vote> votes(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select p.id, t.id as topic_id, t.category_id, p.user_id as author_id, t.created_by_user_id as opened_by,
              p.post_number > 0 and t.is_listed as shown
            from somoim_forum_posts p join somoim_forum_topics t on t.id = p.topic_id
            where p.id in (select unhex(value) from json_each(#{contents}))
              and p.deleted_at is null and t.deleted_at is null
            union all
            select t.id, t.id, t.category_id, t.created_by_user_id, t.created_by_user_id, t.is_listed
            from somoim_forum_topics t
            where t.id in (select unhex(value) from json_each(#{contents})) and t.deleted_at is null
            """)
    List<Whereabouts> whereabouts(Set<? extends Id<?>> contents);
}
