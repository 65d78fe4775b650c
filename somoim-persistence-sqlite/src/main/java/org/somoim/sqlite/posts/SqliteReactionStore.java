package org.somoim.sqlite.posts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Reaction;
import org.somoim.posts.ReactionStore;
import org.somoim.sqlite.access.Predicates;

/** Reactions in {@code somoim_reactions}, mentions in {@code somoim_mentions}. Made from its annotations. */
public interface SqliteReactionStore extends ReactionStore {

    @Override
    @Insert("""
            insert into somoim_reactions (post_id, comment_id, user_id, kind, created_at)
            values (#{target.postId}, #{target.commentId}, #{reaction.userId}, #{reaction.kind}, #{reaction.createdAt})
            on conflict (target_id, kind, user_id) do nothing
            """)
    boolean add(ContentRef target, Reaction reaction);

    @Override
    @Delete("delete from somoim_reactions where target_id = #{target} and kind = #{kind} and user_id = #{user}")
    boolean remove(Id<?> target, Id<User> user, Reaction.Kind kind);

    @Override
    @Select("""
            select target_id, kind, count(*) as count, max(user_id = #{viewer}) as mine
            from somoim_reactions
            where target_id in (select unhex(value) from json_each(#{targets}))
            group by target_id, kind
            order by target_id, kind
            """)
    List<Count> counts(Set<? extends Id<?>> targets, Id<User> viewer);

    @Override
    @Select("""
            select user_id, kind, created_at
            from somoim_reactions
            where target_id = #{target} and kind = #{kind}
              and (created_at, user_id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
              and (#{viewer} is null or user_id not in (
            """ + Predicates.APART_FROM_VIEWER + """
              ))
            order by created_at desc, user_id desc
            limit #{limit}
            """)
    List<Reaction> reactions(
            Id<?> target, Reaction.Kind kind, @Nullable Id<User> viewer, @Nullable Cursor after, int limit);

    @Override
    @Insert("""
            insert into somoim_mentions (post_id, comment_id, user_id, created_at)
            values (#{target.postId}, #{target.commentId}, #{person}, #{at})
            on conflict (target_id, user_id) do nothing
            """)
    boolean mention(ContentRef target, Id<User> person, Instant at);

    @Override
    @Select("""
            select target_id, user_id
            from somoim_mentions
            where target_id in (select unhex(value) from json_each(#{targets}))
            order by target_id, user_id
            """)
    List<Mention> mentions(Set<? extends Id<?>> targets);

    @Override
    @Select("""
            select target_id, created_at
            from somoim_reactions
            where user_id = #{person} and kind = #{kind}
              and (created_at, target_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, target_id
            limit #{limit}
            """)
    List<Tie> reactedTo(Id<User> person, Reaction.Kind kind, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select target_id, created_at
            from somoim_mentions
            where user_id = #{person}
              and (created_at, target_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, target_id
            limit #{limit}
            """)
    List<Tie> mentionsOf(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    default int removeTiesOf(Id<User> person, int limit) {
        return removeReactionsBy(person, limit) + removeMentionsOf(person, limit);
    }

    @Delete("""
            delete from somoim_reactions
            where rowid in (
              select rowid from somoim_reactions
              where user_id = #{person}
              order by kind, created_at, target_id
              limit #{limit})
            """)
    int removeReactionsBy(Id<User> person, int limit);

    @Delete("""
            delete from somoim_mentions
            where rowid in (
              select rowid from somoim_mentions
              where user_id = #{person}
              order by created_at, target_id
              limit #{limit})
            """)
    int removeMentionsOf(Id<User> person, int limit);
}
