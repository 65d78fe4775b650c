package org.somoim.sqlite.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Categories in {@code somoim_forum_categories}, who looks after them in {@code somoim_category_moderators}. Made from
 * its annotations.
 */
public interface SqliteCategoryStore extends CategoryStore {
    /** Every column of a {@link Category}. */
    String COLUMNS = """
            c.id, c.parent_category_id as parent_id, c.name, c.description, c.forum_type as type,
            c.is_moderated as moderated, c.minimum_experience_level as minimum_level, c.created_at, c.updated_at
            """;

    @Override
    @Insert("""
            insert into somoim_forum_categories (id, parent_category_id, name, description, forum_type, is_moderated,
              minimum_experience_level, created_at, updated_at)
            values (#{id}, #{parentId}, #{name}, #{description}, #{type}, #{moderated}, #{minimumLevel}, #{createdAt},
              #{updatedAt})
            """)
    void add(Category category);

    @Override
    @Update("""
            update somoim_forum_categories
            set parent_category_id = #{parentId}, name = #{name}, description = #{description}, forum_type = #{type},
              is_moderated = #{moderated}, minimum_experience_level = #{minimumLevel}, created_at = #{createdAt},
              updated_at = #{updatedAt}
            where id = #{id}
            """)
    void put(Category category);

    @Override
    @Select("select " + COLUMNS + " from somoim_forum_categories c where c.id = #{category}")
    Optional<Category> find(Id<Category> category);

    /** Ends after as many steps as there may be, whatever stands in the table. */
    @Override
    @Select("""
            with recursive above (id, parent_id, step) as (
              select id, parent_category_id, 1 from somoim_forum_categories where id = #{category}
              union all
              select c.id, c.parent_category_id, above.step + 1
              from above join somoim_forum_categories c on c.id = above.parent_id
              where above.step < 100)
            select
            """ + COLUMNS + """
            from above join somoim_forum_categories c on c.id = above.id
            order by above.step
            """)
    List<Category> path(Id<Category> category);

    @Override
    @Select("select " + COLUMNS + " from somoim_forum_categories c order by c.created_at, c.id")
    List<Category> all();

    @Override
    @Select("""
            select not exists (select 1 from somoim_forum_categories where parent_category_id = #{category})
              and not exists (select 1 from somoim_forum_topics where category_id = #{category})
            """)
    boolean isEmpty(Id<Category> category);

    /** Who looks after it goes by foreign keys, and so do drafts for it. */
    @Override
    @Delete("delete from somoim_forum_categories where id = #{category}")
    boolean remove(Id<Category> category);

    @Override
    @Insert("""
            insert into somoim_category_moderators (category_id, user_id, created_at)
            values (#{category}, #{person}, #{at})
            on conflict (category_id, user_id) do nothing
            """)
    boolean addModerator(Id<Category> category, Id<User> person, Instant at);

    @Override
    @Delete("delete from somoim_category_moderators where category_id = #{category} and user_id = #{person}")
    boolean removeModerator(Id<Category> category, Id<User> person);

    @Override
    @Select("""
            select category_id, user_id, created_at
            from somoim_category_moderators
            where category_id in (select unhex(value) from json_each(#{categories}))
            order by category_id, user_id
            """)
    List<Moderator> moderators(Set<Id<Category>> categories);

    @Override
    @Select("""
            select category_id, user_id, created_at
            from somoim_category_moderators
            where user_id = #{person}
            order by category_id
            """)
    List<Moderator> moderatorships(Id<User> person);

    @Override
    @Delete("delete from somoim_category_moderators where user_id = #{person}")
    int removeModeratorships(Id<User> person);
}
