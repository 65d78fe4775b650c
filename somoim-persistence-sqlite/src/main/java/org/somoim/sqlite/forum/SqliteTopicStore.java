package org.somoim.sqlite.forum;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.forum.ForumPost;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicFilter;
import org.somoim.forum.TopicStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.sqlite.Beyond;
import org.somoim.sqlite.access.Predicates;

/**
 * Topics in {@code somoim_forum_topics} and {@code somoim_topic_tags}, who follows them in {@code somoim_topic_follows}, and
 * where posts were in {@code somoim_topic_redirects}. A list takes a page of each category from the index and then the first
 * of those, so that it costs the page however many topics there are. Made from its annotations.
 */
public interface SqliteTopicStore extends TopicStore {
    /** Every column of a {@link Topic}. */
    String COLUMNS = """
            t.id, t.category_id, t.created_by_user_id as author_id, t.title, t.post_type as type,
              coalesce(
                (select group_concat(tag, char(10))
                 from (select k.tag from somoim_topic_tags k where k.topic_id = t.id order by k.place)),
                '') as tags,
              t.status, t.views_count as views, t.posts_count as posts, t.edition, t.best_answer_id, t.solved_by,
              t.solved_at, t.pinned_at, t.merged_into, t.created_at, t.edited_at, t.active_at, t.updated_at, t.deleted_at,
              t.deleted_by
            from somoim_forum_topics t
            """;

    /** The first of what is listed in each category, as far as a condition that follows says so. */
    String OF_EACH_CATEGORY = """
            select t.id
            from json_each(#{categories}) c cross join somoim_forum_topics t
            where t.rowid in (
              select l.rowid
              from somoim_forum_topics l
              where l.category_id = unhex(c.value) and l.is_listed
                and (l.active_at, l.id) < (#{after.at}, #{after.id})
                and (#{viewer} is null or l.created_by_user_id not in (
            """ + Predicates.APART_FROM_VIEWER + "))\n";

    /** The first of those. */
    String LAST_ACTIVE_FIRST = """
              order by l.active_at desc, l.id desc
              limit #{limit})
            order by t.active_at desc, t.id desc
            limit #{limit}
            """;

    @Override
    default void add(Topic topic) {
        addRow(topic);
        putTags(topic);
    }

    @Insert("""
            insert into somoim_forum_topics (id, category_id, created_by_user_id, title, post_type, status, views_count,
              posts_count, edition, best_answer_id, solved_by, solved_at, pinned_at, merged_into, created_at, edited_at,
              active_at, updated_at, deleted_at, deleted_by)
            values (#{id}, #{categoryId}, #{authorId}, #{title}, #{type}, #{status}, #{views}, #{posts}, #{edition},
              #{bestAnswerId}, #{solvedBy}, #{solvedAt}, #{pinnedAt}, #{mergedInto}, #{createdAt}, #{editedAt},
              #{activeAt}, #{updatedAt}, #{deletedAt}, #{deletedBy})
            """)
    void addRow(Topic topic);

    @Override
    default void put(Topic topic) {
        if (putRow(topic)) {
            putTags(topic);
        }
    }

    @Update("""
            update somoim_forum_topics
            set category_id = #{categoryId}, created_by_user_id = #{authorId}, title = #{title}, post_type = #{type},
              status = #{status}, posts_count = #{posts}, edition = #{edition}, best_answer_id = #{bestAnswerId},
              solved_by = #{solvedBy}, solved_at = #{solvedAt}, pinned_at = #{pinnedAt}, merged_into = #{mergedInto},
              created_at = #{createdAt}, edited_at = #{editedAt}, active_at = #{activeAt}, updated_at = #{updatedAt},
              deleted_at = #{deletedAt}, deleted_by = #{deletedBy}
            where id = #{id}
            """)
    boolean putRow(Topic topic);

    private void putTags(Topic topic) {
        List<Line> tags = topic.tags().lines();
        putTagRows(topic, tags, !topic.isDeleted() && topic.status().isShown());
        removeTagsFrom(topic.id(), tags.size());
    }

    @Insert("""
            insert into somoim_topic_tags (topic_id, place, tag, category_id, active_at, is_listed)
            select #{topic.id}, key, value, #{topic.categoryId}, #{topic.activeAt}, #{listed} from json_each(#{tags})
            where true
            on conflict (topic_id, place) do update set tag = excluded.tag, category_id = excluded.category_id,
              active_at = excluded.active_at, is_listed = excluded.is_listed
            """)
    void putTagRows(Topic topic, List<Line> tags, boolean listed);

    @Delete("delete from somoim_topic_tags where topic_id = #{topic} and place >= #{place}")
    void removeTagsFrom(Id<Topic> topic, int place);

    /** Tags as one text. A line holds no line feed, so one joins many. */
    static String joined(Tags tags) {
        return tags.lines().stream().map(Line::value).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #joined} wrote. */
    static Tags split(String joined) {
        return new Tags(joined.lines().map(Line::new).toList());
    }

    @Override
    @Select("select " + COLUMNS + " where t.id = #{topic}")
    Optional<Topic> find(Id<Topic> topic);

    @Override
    @Select("select " + COLUMNS + """
            where t.id in (select unhex(value) from json_each(#{topics})) and t.deleted_at is null
            """)
    List<Topic> living(Collection<Id<Topic>> topics);

    @Override
    default List<Topic> in(
            Set<Id<Category>> categories,
            TopicFilter filter,
            @Nullable Id<User> apartFrom,
            @Nullable Cursor after,
            int limit) {
        return inOrder(listed(categories, filter, apartFrom, Beyond.newest(after), limit));
    }

    private List<Id<Topic>> listed(
            Set<Id<Category>> categories, TopicFilter filter, @Nullable Id<User> viewer, Cursor after, int limit) {
        if (filter.tag() != null) {
            return tagged(categories, filter, viewer, after, limit);
        }
        if (filter.solved() != null) {
            return questions(categories, filter.solved(), filter.type(), viewer, after, limit);
        }
        return filter.type() == null
                ? ofEveryType(categories, viewer, after, limit)
                : ofType(categories, filter.type(), viewer, after, limit);
    }

    @Select(OF_EACH_CATEGORY + LAST_ACTIVE_FIRST)
    List<Id<Topic>> ofEveryType(Set<Id<Category>> categories, @Nullable Id<User> viewer, Cursor after, int limit);

    @Select(OF_EACH_CATEGORY + " and l.post_type = #{type} " + LAST_ACTIVE_FIRST)
    List<Id<Topic>> ofType(
            Set<Id<Category>> categories, PostType type, @Nullable Id<User> viewer, Cursor after, int limit);

    @Select(OF_EACH_CATEGORY + """
              and l.post_type = 'QUESTION' and l.is_solved = #{solved}
              and (#{type} is null or l.post_type = #{type})
            """ + LAST_ACTIVE_FIRST)
    List<Id<Topic>> questions(
            Set<Id<Category>> categories,
            boolean solved,
            @Nullable PostType type,
            @Nullable Id<User> viewer,
            Cursor after,
            int limit);

    @Select("""
            select k.topic_id
            from json_each(#{categories}) c
              cross join somoim_topic_tags k on (k.topic_id, k.place) in (
                select l.topic_id, l.place
                from somoim_topic_tags l cross join somoim_forum_topics t on t.id = l.topic_id
                where l.tag = #{filter.tag} and l.category_id = unhex(c.value) and l.is_listed
                  and (l.active_at, l.topic_id) < (#{after.at}, #{after.id})
                  and (#{filter.type} is null or t.post_type = #{filter.type})
                  and (#{filter.solved} is null or t.post_type = 'QUESTION' and t.is_solved = #{filter.solved})
                  and (#{viewer} is null or t.created_by_user_id not in (
            """ + Predicates.APART_FROM_VIEWER + """
                  ))
                order by l.active_at desc, l.topic_id desc
                limit #{limit})
            order by k.active_at desc, k.topic_id desc
            limit #{limit}
            """)
    List<Id<Topic>> tagged(
            Set<Id<Category>> categories, TopicFilter filter, @Nullable Id<User> viewer, Cursor after, int limit);

    private List<Topic> inOrder(List<Id<Topic>> ids) {
        Map<Id<Topic>, Topic> found = these(ids).stream().collect(Collectors.toMap(Topic::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    @Select("select " + COLUMNS + " where t.id in (select unhex(value) from json_each(#{topics}))")
    List<Topic> these(List<Id<Topic>> topics);

    @Override
    @Select("select " + COLUMNS + """
            where t.category_id = #{category} and t.pinned_at is not null and t.deleted_at is null
            order by t.pinned_at desc, t.id desc
            """)
    List<Topic> pinned(Id<Category> category);

    @Override
    @Update("update somoim_forum_topics set views_count = views_count + #{views} where id = #{topic}")
    void addViews(Id<Topic> topic, long views);

    @Override
    @Insert("""
            insert into somoim_topic_follows (topic_id, user_id, created_at) values (#{topic}, #{person}, #{at})
            on conflict (topic_id, user_id) do nothing
            """)
    boolean follow(Id<Topic> topic, Id<User> person, Instant at);

    @Override
    @Delete("delete from somoim_topic_follows where topic_id = #{topic} and user_id = #{person}")
    boolean unfollow(Id<Topic> topic, Id<User> person);

    @Override
    @Select("""
            select topic_id
            from somoim_topic_follows
            where user_id = #{person} and topic_id in (select unhex(value) from json_each(#{topics}))
            """)
    Set<Id<Topic>> followed(Id<User> person, Collection<Id<Topic>> topics);

    @Override
    @Select("select user_id from somoim_topic_follows where topic_id = #{topic} order by user_id")
    List<Id<User>> followers(Id<Topic> topic);

    @Override
    @Select("""
            select topic_id, user_id, created_at
            from somoim_topic_follows
            where user_id = #{person}
              and (created_at, topic_id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
            order by created_at desc, topic_id desc
            limit #{limit}
            """)
    List<Follow> follows(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    default void moveFollowers(Id<Topic> from, Id<Topic> to) {
        copyFollowers(from, to);
        removeFollowers(from);
    }

    @Insert("""
            insert into somoim_topic_follows (topic_id, user_id, created_at)
            select #{to}, user_id, created_at from somoim_topic_follows where topic_id = #{from}
            on conflict (topic_id, user_id) do nothing
            """)
    void copyFollowers(Id<Topic> from, Id<Topic> to);

    @Delete("delete from somoim_topic_follows where topic_id = #{topic}")
    void removeFollowers(Id<Topic> topic);

    @Override
    @Update("update somoim_forum_topics set merged_into = #{to} where merged_into = #{from}")
    void leadOn(Id<Topic> from, Id<Topic> to);

    @Override
    default void addRedirects(Collection<Redirect> redirects) {
        redirects.forEach(this::addRedirect);
    }

    @Insert("""
            insert into somoim_topic_redirects (topic_id, post_number, edition, post_id)
            values (#{topicId}, #{number}, #{edition}, #{postId})
            """)
    void addRedirect(Redirect redirect);

    @Override
    default Optional<Id<ForumPost>> redirected(Id<Topic> topic, int edition, int number) {
        return redirectedRows(topic, edition, number).stream().findFirst();
    }

    /** One at most. A list, as MyBatis does not see the type of an id in an {@code Optional}. */
    @Select("""
            select post_id
            from somoim_topic_redirects
            where topic_id = #{topic} and post_number = #{number} and edition >= #{edition}
            order by edition
            limit 1
            """)
    List<Id<ForumPost>> redirectedRows(Id<Topic> topic, int edition, int number);

    @Override
    default int purge(Instant before, int limit) {
        List<Id<Topic>> due = due(before, limit);
        due.forEach(this::remove);
        return due.size();
    }

    @Select("""
            select id from somoim_forum_topics where deleted_at < #{before} order by deleted_at, id limit #{limit}
            """)
    List<Id<Topic>> due(Instant before, int limit);

    /** Everything that hangs on it goes by foreign keys. */
    @Override
    @Delete("delete from somoim_forum_topics where id = #{topic}")
    void remove(Id<Topic> topic);

    @Override
    default List<Topic> by(Id<User> person, @Nullable Cursor after, int limit) {
        return opened(person, Topic.GONE, after, limit);
    }

    /** @param gone the title of those that are left out */
    @Select("select " + COLUMNS + """
            where t.created_by_user_id = #{person} and t.title <> #{gone}
              and (t.created_at, t.id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by t.created_at, t.id
            limit #{limit}
            """)
    List<Topic> opened(Id<User> person, Line gone, @Nullable Cursor after, int limit);

    @Override
    default List<Topic> leaving(Id<User> person, boolean kept, int limit) {
        return leavingRows(person, Topic.GONE, kept, limit);
    }

    @Select("select " + COLUMNS + """
            where t.created_by_user_id = #{person} and t.title <> #{gone}
              and (not #{kept} or t.deleted_at is not null)
            order by t.created_at desc, t.id desc
            limit #{limit}
            """)
    List<Topic> leavingRows(Id<User> person, Line gone, boolean kept, int limit);

    @Override
    @Select("select " + COLUMNS + """
            where t.solved_by = #{person}
            order by t.id
            limit #{limit}
            """)
    List<Topic> solvedBy(Id<User> person, int limit);

    @Override
    @Delete("""
            delete from somoim_topic_follows
            where (topic_id, user_id) in (
              select topic_id, user_id from somoim_topic_follows
              where user_id = #{person}
              order by created_at, topic_id
              limit #{limit})
            """)
    int removeFollows(Id<User> person, int limit);
}
