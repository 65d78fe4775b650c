package org.somoim.sqlite.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.posts.Comment;
import org.somoim.posts.CommentStore;
import org.somoim.posts.Post;
import org.somoim.posts.Revision;
import org.somoim.posts.ThreadEntry;

/**
 * Comments in {@code somoim_comments}, what they said before in {@code somoim_comment_revisions}. A row without author and
 * body is the place of a purged comment. Made from its annotations.
 */
public interface SqliteCommentStore extends CommentStore {
    /** Every column of a {@link Comment}. */
    String COLUMNS = """
            id, post_id, parent_id, depth, author_id, body, replies, created_at, edited_at, updated_at, deleted_at,
            deleted_by
            """;

    @Override
    @Insert("""
            insert into somoim_comments (id, post_id, parent_id, depth, author_id, body, replies, created_at, edited_at,
              updated_at, deleted_at, deleted_by)
            values (#{id}, #{postId}, #{parentId}, #{depth}, #{authorId}, #{body}, #{replies}, #{createdAt}, #{editedAt},
              #{updatedAt}, #{deletedAt}, #{deletedBy})
            """)
    void add(Comment comment);

    @Override
    @Update("""
            update somoim_comments
            set post_id = #{postId}, parent_id = #{parentId}, depth = #{depth}, author_id = #{authorId}, body = #{body},
              created_at = #{createdAt}, edited_at = #{editedAt}, updated_at = #{updatedAt}, deleted_at = #{deletedAt},
              deleted_by = #{deletedBy}
            where id = #{id}
            """)
    void put(Comment comment);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_comments
            where id = #{comment} and author_id is not null
            """)
    Optional<Comment> find(Id<Comment> comment);

    @Override
    @Update("""
            with recursive above (id, parent_id) as (
              select id, parent_id from somoim_comments where id = #{comment}
              union all
              select c.id, c.parent_id from somoim_comments c join above on c.id = above.parent_id)
            update somoim_comments set replies = replies + #{by} where id in (select id from above)
            """)
    void countReplies(Id<Comment> comment, int by);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_comments
            where post_id = #{post} and deleted_at is null
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Comment> living(Id<Post> post, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select id, parent_id, depth, replies, created_at
            from somoim_comments
            where post_id = #{post} and deleted_at is not null and replies > 0
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<ThreadEntry.Gone> gone(Id<Post> post, @Nullable Cursor after, int limit);

    @Override
    @Insert("""
            insert into somoim_comment_revisions (id, comment_id, body, by_id, created_at)
            values (#{revision.id}, #{comment}, #{revision.body}, #{revision.by}, #{revision.replacedAt})
            """)
    void addRevision(Id<Comment> comment, Revision revision);

    @Override
    @Select("""
            select id, null as title, body, by_id as "by", created_at as replaced_at
            from somoim_comment_revisions
            where comment_id = #{comment}
              and (created_at, id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Revision> revisions(Id<Comment> comment, @Nullable Cursor after, int limit);

    @Override
    default int purge(Instant before, int limit) {
        List<Id<Comment>> due = due(before, limit);
        removeUnanswered(due);
        removeRevisions(due);
        removeReactions(due);
        removeMentions(due);
        leavePlaces(due);
        return due.size();
    }

    @Select("""
            select c.id
            from somoim_comments c
            where c.deleted_at < #{before}
              and (c.author_id is not null or not exists (select 1 from somoim_comments a where a.parent_id = c.id))
            order by c.deleted_at, c.id
            limit #{limit}
            """)
    List<Id<Comment>> due(Instant before, int limit);

    /** What hangs on them goes by foreign keys. */
    @Delete("""
            delete from somoim_comments
            where id in (select unhex(value) from json_each(#{due}))
              and not exists (select 1 from somoim_comments a where a.parent_id = somoim_comments.id)
            """)
    void removeUnanswered(List<Id<Comment>> due);

    @Delete("delete from somoim_comment_revisions where comment_id in (select unhex(value) from json_each(#{due}))")
    void removeRevisions(List<Id<Comment>> due);

    @Delete("delete from somoim_reactions where comment_id in (select unhex(value) from json_each(#{due}))")
    void removeReactions(List<Id<Comment>> due);

    @Delete("delete from somoim_mentions where comment_id in (select unhex(value) from json_each(#{due}))")
    void removeMentions(List<Id<Comment>> due);

    @Update("""
            update somoim_comments
            set author_id = null, body = null, edited_at = null, deleted_by = null
            where id in (select unhex(value) from json_each(#{due}))
            """)
    void leavePlaces(List<Id<Comment>> due);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_comments
            where author_id = #{author} and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Comment> by(Id<User> author, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_comments
            where author_id = #{author} and (not #{kept} or deleted_at is not null)
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Comment> leaving(Id<User> author, boolean kept, int limit);

    @Override
    default void bury(Id<Comment> comment, Instant at) {
        List<Id<Comment>> one = List.of(comment);
        removeUnanswered(one);
        removeRevisions(one);
        removeReactions(one);
        removeMentions(one);
        leavePlace(comment, at);
    }

    @Update("""
            update somoim_comments
            set author_id = null, body = null, edited_at = null, deleted_by = null, deleted_at = coalesce(deleted_at, #{at})
            where id = #{comment}
            """)
    void leavePlace(Id<Comment> comment, Instant at);

    @Override
    @Select("""
            select id, null as title, body, by_id as "by", created_at as replaced_at
            from somoim_comment_revisions
            where by_id = #{person} and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Revision> revisionsBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Delete("""
            delete from somoim_comment_revisions
            where id in (
              select id from somoim_comment_revisions where by_id = #{person} order by created_at, id limit #{limit})
            """)
    int removeRevisionsBy(Id<User> person, int limit);
}
