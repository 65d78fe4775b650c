package org.somoim.sqlite.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Mutes;
import org.somoim.access.Sight;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFilter;
import org.somoim.groups.GroupStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.sqlite.Beyond;
import org.somoim.sqlite.access.Predicates;

/** Groups in {@code somoim_groups}. Made from its annotations. */
public interface SqliteGroupStore extends GroupStore {
    /** Every column of a {@link Group}, of {@code somoim_groups} under the name {@code g}. */
    String COLUMNS = """
            g.id, g.name, g.description, g.category, g.kind, g.visibility, g.join_policy, g.invite_policy,
            g.moderators_approve, g.max_members, g.members, g.event_id, g.created_by, g.created_at, g.updated_at,
            g.deleted_at
            """;

    @Override
    default void put(Group group) {
        putRow(group, folded(group.name()));
    }

    @Insert("""
            insert into somoim_groups (
                id, name, folded_name, description, category, kind, visibility, join_policy, invite_policy,
                moderators_approve, max_members, members, event_id, created_by, created_at, updated_at, deleted_at)
            values (
                #{group.id}, #{group.name}, #{foldedName}, #{group.description}, #{group.category}, #{group.kind},
                #{group.visibility}, #{group.joinPolicy}, #{group.invitePolicy}, #{group.moderatorsApprove},
                #{group.maxMembers}, #{group.members}, #{group.eventId}, #{group.createdBy}, #{group.createdAt},
                #{group.updatedAt}, #{group.deletedAt})
            on conflict (id) do update
            set name = excluded.name, folded_name = excluded.folded_name, description = excluded.description,
                category = excluded.category, kind = excluded.kind, visibility = excluded.visibility,
                join_policy = excluded.join_policy, invite_policy = excluded.invite_policy,
                moderators_approve = excluded.moderators_approve, max_members = excluded.max_members,
                event_id = excluded.event_id, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at
            """)
    void putRow(Group group, String foldedName);

    @Override
    @Select("select " + COLUMNS + " from somoim_groups g where g.id = #{group}")
    Optional<Group> find(Id<Group> group);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_groups g
            where g.id in (select unhex(value) from json_each(#{groups}))
            order by g.id
            """)
    List<Group> findAll(Set<Id<Group>> groups);

    @Override
    @Update("""
            update somoim_groups
            set members = members + 1
            where id = #{group} and (max_members is null or members < max_members)
            """)
    boolean takeSeat(Id<Group> group);

    @Override
    @Update("update somoim_groups set members = members + 1 where id = #{group}")
    void keepSeat(Id<Group> group);

    @Override
    @Select("""
            select count(*) as groups, coalesce(sum(members), 0) as members
            from somoim_groups
            where deleted_at is null and visibility = #{visibility}
            """)
    Size size(Visibility visibility);

    @Override
    @Update("update somoim_groups set members = members - 1 where id = #{group}")
    void giveBackSeat(Id<Group> group);

    /** A filter that few match has a statement of its own, so that its index serves it. */
    @Override
    default List<Group> seen(Sight sight, GroupFilter filter, @Nullable Cursor after, int limit) {
        String part = filter.name() == null ? null : folded(filter.name());
        Cursor place = Beyond.newest(after);
        if (filter.eventId() != null) {
            return seenOfEvent(sight, filter, part, place, limit);
        }
        return filter.category() != null
                ? seenInCategory(sight, filter, part, place, limit)
                : seenOfAll(sight, filter, part, place, limit);
    }

    /** What all three ask. */
    String SEEN = "select " + COLUMNS + """
            from somoim_groups g
            where
            """ + Predicates.IN_SIGHT + """
                and (#{filter.kind} is null or g.kind = #{filter.kind})
                and (#{part} is null or instr(g.folded_name, #{part}) > 0)
                and (g.created_at, g.id) < (#{after.at}, #{after.id})
            """;

    /** In the order of all three. */
    String NEWEST_FIRST = """
            order by g.created_at desc, g.id desc
            limit #{limit}
            """;

    @Select(SEEN + NEWEST_FIRST)
    List<Group> seenOfAll(Sight sight, GroupFilter filter, @Nullable String part, Cursor after, int limit);

    @Select(SEEN + " and g.category = #{filter.category} " + NEWEST_FIRST)
    List<Group> seenInCategory(Sight sight, GroupFilter filter, @Nullable String part, Cursor after, int limit);

    @Select(SEEN + """
                and g.event_id = #{filter.eventId}
                and (#{filter.category} is null or g.category = #{filter.category})
            """ + NEWEST_FIRST)
    List<Group> seenOfEvent(Sight sight, GroupFilter filter, @Nullable String part, Cursor after, int limit);

    @Override
    @Select("""
            select id from somoim_groups
            where deleted_at is not null and deleted_at < #{time}
            order by deleted_at, id
            limit #{limit}
            """)
    List<Id<Group>> deletedBefore(Instant time, int limit);

    @Override
    @Delete("delete from somoim_groups where id = #{group}")
    boolean remove(Id<Group> group);

    private static String folded(Line line) {
        return Mutes.folded(line.value());
    }

    @Override
    @Select("select " + COLUMNS + """
            from somoim_groups g
            where g.created_by = #{person}
                and (g.created_at, g.id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by g.created_at, g.id
            limit #{limit}
            """)
    List<Group> foundedBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("select count(*) from somoim_groups where deleted_at is null and kind = #{kind}")
    long countLiving(Group.Kind kind);

    /** Those that are deleted may be brought back, and their founding was no less one; two indexes lead to them. */
    @Override
    @Select("""
            select (select count(*) from somoim_groups
                    where deleted_at is null and created_at >= #{from} and created_at < #{to})
                + (select count(*) from somoim_groups
                    where deleted_at is not null and created_at >= #{from} and created_at < #{to})
            """)
    long countFounded(Instant from, Instant to);
}
