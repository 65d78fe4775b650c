package org.somoim.sqlite.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumDraftStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What people are writing, in {@code somoim_forum_drafts}. Made from its annotations. */
public interface SqliteForumDraftStore extends ForumDraftStore {
    /** Every column of a {@link ForumDraft}. */
    String COLUMNS = """
            id, user_id, category_id, topic_id, title, content as body, post_type as type, tags, created_at, updated_at
            """;

    @Override
    @Insert("""
            insert into somoim_forum_drafts (id, user_id, category_id, topic_id, title, content, post_type, tags,
              created_at, updated_at)
            values (#{id}, #{userId}, #{categoryId}, #{topicId}, #{title}, #{body}, #{type}, #{tags}, #{createdAt},
              #{updatedAt})
            on conflict (id) do update set user_id = excluded.user_id, category_id = excluded.category_id,
              topic_id = excluded.topic_id, title = excluded.title, content = excluded.content,
              post_type = excluded.post_type, tags = excluded.tags, created_at = excluded.created_at,
              updated_at = excluded.updated_at
            """)
    void put(ForumDraft draft);

    @Override
    @Select("select " + COLUMNS + " from somoim_forum_drafts where id = #{draft}")
    Optional<ForumDraft> find(Id<ForumDraft> draft);

    @Override
    @Delete("delete from somoim_forum_drafts where id = #{draft}")
    boolean remove(Id<ForumDraft> draft);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_forum_drafts
            where user_id = #{person}
              and (updated_at, id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
            order by updated_at desc, id desc
            limit #{limit}
            """)
    List<ForumDraft> of(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("select count(*) from somoim_forum_drafts where user_id = #{person}")
    int count(Id<User> person);

    @Override
    @Delete("""
            delete from somoim_forum_drafts
            where id in (
              select id from somoim_forum_drafts where user_id = #{person} order by updated_at, id limit #{limit})
            """)
    int removeOf(Id<User> person, int limit);

    @Override
    @Delete("""
            delete from somoim_forum_drafts
            where id in (
              select id from somoim_forum_drafts where updated_at < #{before} order by updated_at, id limit #{limit})
            """)
    int prune(Instant before, int limit);
}
