package org.somoim.sqlite.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.posts.Post;
import org.somoim.posts.PostStore;
import org.somoim.posts.Revision;
import org.somoim.sqlite.access.Predicates;

/** Posts in {@code somoim_posts}, what they said before in {@code somoim_post_revisions}. Made from its annotations. */
public interface SqlitePostStore extends PostStore {
    /** Every column of a {@link Post}. */
    String COLUMNS = """
            id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at, edited_at, updated_at,
            deleted_at, deleted_by
            """;

    @Override
    @Insert("""
            insert into somoim_posts (id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at,
              edited_at, updated_at, deleted_at, deleted_by)
            values (#{id}, #{groupId}, #{pageOf}, #{authorId}, #{title}, #{body}, #{comments}, #{pinnedAt}, #{createdAt},
              #{editedAt}, #{updatedAt}, #{deletedAt}, #{deletedBy})
            """)
    void add(Post post);

    @Override
    @Update("""
            update somoim_posts
            set group_id = #{groupId}, page_of = #{pageOf}, author_id = #{authorId}, title = #{title}, body = #{body},
              pinned_at = #{pinnedAt}, created_at = #{createdAt}, edited_at = #{editedAt}, updated_at = #{updatedAt},
              deleted_at = #{deletedAt}, deleted_by = #{deletedBy}
            where id = #{id}
            """)
    void put(Post post);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_posts
            where id = #{post}
            """)
    Optional<Post> find(Id<Post> post);

    @Override
    @Update("update somoim_posts set comments = comments + #{by} where id = #{post}")
    void countComments(Id<Post> post, int by);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_posts
            where group_id = #{group} and deleted_at is null
              and (created_at, id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
              and (#{viewer} is null or author_id not in (
            """ + Predicates.APART_FROM_VIEWER + """
              ))
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Post> inGroup(Id<Group> group, @Nullable Id<User> viewer, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_posts
            where page_of = #{owner} and deleted_at is null
              and (created_at, id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Post> onPage(Id<User> owner, @Nullable Cursor after, int limit);

    @Override
    default List<Post> pinnedInGroup(Id<Group> group) {
        return pinned(group);
    }

    @Override
    default List<Post> pinnedOnPage(Id<User> owner) {
        return pinned(owner);
    }

    /** @param place id of the group, or of the page's owner */
    @Select("select " + COLUMNS + """
            from somoim_posts
            where coalesce(group_id, page_of) = #{place} and pinned_at is not null
            order by pinned_at desc, id desc
            """)
    List<Post> pinned(Id<?> place);

    @Override
    @Select("""
            select p.id, p.author_id, p.author_id as post_author_id
            from somoim_posts p
            where p.id in (select unhex(value) from json_each(#{contents})) and p.deleted_at is null
            union all
            select c.id, c.author_id, p.author_id
            from somoim_comments c join somoim_posts p on p.id = c.post_id
            where c.id in (select unhex(value) from json_each(#{contents}))
              and c.deleted_at is null and p.deleted_at is null
            order by 1
            """)
    List<Authorship> authorships(Set<? extends Id<?>> contents);

    @Override
    @Insert("""
            insert into somoim_post_revisions (id, post_id, title, body, by_id, created_at)
            values (#{revision.id}, #{post}, #{revision.title}, #{revision.body}, #{revision.by}, #{revision.replacedAt})
            """)
    void addRevision(Id<Post> post, Revision revision);

    @Override
    @Select("""
            select id, title, body, by_id as "by", created_at as replaced_at
            from somoim_post_revisions
            where post_id = #{post}
              and (created_at, id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Revision> revisions(Id<Post> post, @Nullable Cursor after, int limit);

    /** Everything that hangs on a post goes by foreign keys. */
    @Override
    @Delete("""
            delete from somoim_posts
            where id in (
              select id from somoim_posts where deleted_at < #{before} order by deleted_at, id limit #{limit})
            """)
    int purge(Instant before, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_posts
            where author_id = #{author} and erased_at is null
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Post> by(Id<User> author, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_posts
            where author_id = #{author} and erased_at is null
              and (not #{kept} or deleted_at is not null or page_of is not null)
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Post> leaving(Id<User> author, boolean kept, int limit);

    @Override
    @Select("""
            select exists (
              select 1 from somoim_comments
              where post_id = #{post} and author_id is not null and author_id <> #{author})
            """)
    boolean isAnswered(Id<Post> post, Id<User> author);

    /** Everything that hangs on it goes by foreign keys. */
    @Override
    @Delete("delete from somoim_posts where id = #{post}")
    void remove(Id<Post> post);

    @Override
    default void empty(Id<Post> post, Instant at) {
        emptyRow(post, Post.GONE, at);
        removeRevisionsOf(post);
        removeMentionsIn(post);
    }

    @Update("""
            update somoim_posts
            set title = null, body = #{words}, pinned_at = null, edited_at = null, updated_at = #{at}, erased_at = #{at}
            where id = #{post}
            """)
    void emptyRow(Id<Post> post, Prose words, Instant at);

    @Delete("delete from somoim_post_revisions where post_id = #{post}")
    void removeRevisionsOf(Id<Post> post);

    @Delete("delete from somoim_mentions where post_id = #{post}")
    void removeMentionsIn(Id<Post> post);

    @Override
    @Select("""
            select id, title, body, by_id as "by", created_at as replaced_at
            from somoim_post_revisions
            where by_id = #{person} and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Revision> revisionsBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Delete("""
            delete from somoim_post_revisions
            where id in (
              select id from somoim_post_revisions where by_id = #{person} order by created_at, id limit #{limit})
            """)
    int removeRevisionsBy(Id<User> person, int limit);
}
