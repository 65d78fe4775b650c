package org.somoim.sqlite.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Standing;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.groups.MembershipChange;
import org.somoim.groups.MembershipStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.sqlite.Beyond;

/** Memberships in {@code somoim_memberships}, what happened to them in {@code somoim_membership_log}. Made from its annotations. */
public interface SqliteMembershipStore extends MembershipStore {
    /** Every column of a {@link Membership}, of {@code somoim_memberships} under the name {@code m}. */
    String COLUMNS = """
            m.group_id, m.user_id, m.status, m.role, m.message, m.by_id as "by", m.change_id, m.put_out, m.joined_at, m.created_at,
            m.updated_at
            """;

    @Override
    @Insert("""
            insert into somoim_memberships (
                group_id, user_id, status, role, message, by_id, change_id, put_out, joined_at, created_at,
                updated_at)
            values (
                #{groupId}, #{userId}, #{status}, #{role}, #{message}, #{by}, #{changeId}, #{putOut}, #{joinedAt}, #{createdAt},
                #{updatedAt})
            on conflict (group_id, user_id) do update
            set status = excluded.status, role = excluded.role, message = excluded.message, by_id = excluded.by_id,
                change_id = excluded.change_id, put_out = excluded.put_out, joined_at = excluded.joined_at, updated_at = excluded.updated_at
            """)
    void put(Membership membership);

    @Override
    default Set<Tie> ties(Set<Tie> ties) {
        return tiesOf(
                ties.stream().map(tie -> List.of(tie.groupId(), tie.userId())).toList());
    }

    @Select("""
            select m.group_id, m.user_id
            from json_each(#{ties}) asked
            cross join somoim_memberships m
                on m.group_id = unhex(asked.value ->> 0) and m.user_id = unhex(asked.value ->> 1)
            """)
    Set<Tie> tiesOf(List<List<Id<?>>> ties);

    @Override
    @Select("select " + COLUMNS + " from somoim_memberships m where m.group_id = #{group} and m.user_id = #{user}")
    Optional<Membership> find(Id<Group> group, Id<User> user);

    @Override
    default List<Membership> members(Id<Group> group, @Nullable Cursor after, int limit) {
        return membersRows(group, Beyond.oldest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_memberships m
            where m.group_id = #{group} and m.status = 'ACTIVE'
                and (m.joined_at, m.user_id) > (#{after.at}, #{after.id})
            order by m.joined_at, m.user_id
            limit #{limit}
            """)
    List<Membership> membersRows(Id<Group> group, Cursor after, int limit);

    @Override
    default List<Membership> withStatus(Id<Group> group, Membership.Status status, @Nullable Cursor after, int limit) {
        return withStatusRows(group, status, Beyond.oldest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_memberships m
            where m.group_id = #{group} and m.status = #{status} and m.status <> 'ACTIVE'
                and (m.updated_at, m.user_id) > (#{after.at}, #{after.id})
            order by m.updated_at, m.user_id
            limit #{limit}
            """)
    List<Membership> withStatusRows(Id<Group> group, Membership.Status status, Cursor after, int limit);

    @Override
    default List<Membership> team(Id<Group> group, Membership.Role least) {
        return teamRows(group, least.standing());
    }

    @Select("select " + COLUMNS + """
            from somoim_memberships m
            where m.group_id = #{group} and m.standing >= 5 and m.standing >= #{least}
            order by m.standing desc, m.joined_at, m.user_id
            """)
    List<Membership> teamRows(Id<Group> group, Standing least);

    @Override
    default List<Membership> of(Id<User> user, @Nullable Cursor after, int limit) {
        return ofRows(user, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
            from somoim_memberships m
            join somoim_groups g on g.id = m.group_id
            where m.user_id = #{user} and m.status in ('ACTIVE', 'INVITED', 'REQUESTED') and g.deleted_at is null
                and (m.created_at, m.group_id) < (#{after.at}, #{after.id})
            order by m.created_at desc, m.group_id desc
            limit #{limit}
            """)
    List<Membership> ofRows(Id<User> user, Cursor after, int limit);

    @Override
    @Select("""
            select m.group_id
            from somoim_memberships m
            join somoim_groups g on g.id = m.group_id
            where m.user_id = #{user} and m.status = 'ACTIVE' and g.deleted_at is null
            order by m.group_id
            """)
    Set<Id<Group>> activeGroups(Id<User> user);

    @Override
    @Insert("""
            insert into somoim_membership_log (
                id, group_id, user_id, status_before, role_before, status_after, role_after, by_id, created_at)
            values (
                #{id}, #{groupId}, #{userId}, #{statusBefore}, #{roleBefore}, #{statusAfter}, #{roleAfter}, #{by},
                #{createdAt})
            """)
    void log(MembershipChange change);

    @Override
    default List<MembershipChange> history(Id<Group> group, @Nullable Cursor after, int limit) {
        return historyRows(group, Beyond.newest(after), limit);
    }

    @Select("""
            select id, group_id, user_id, status_before, role_before, status_after, role_after, by_id as "by", created_at
            from somoim_membership_log
            where group_id = #{group} and (created_at, id) < (#{after.at}, #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<MembershipChange> historyRows(Id<Group> group, Cursor after, int limit);

    @Override
    @Delete("""
            delete from somoim_memberships
            where (group_id, user_id) in (
                select group_id, user_id from somoim_memberships
                where status in ('DECLINED', 'LEFT') and put_out = 0 and updated_at < #{time}
                order by updated_at, group_id, user_id
                limit #{limit})
            """)
    int prune(Instant time, int limit);

    @Override
    @Select("select " + COLUMNS + """
            from somoim_memberships m
            where m.user_id = #{user} and (m.created_at, m.group_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by m.created_at, m.group_id
            limit #{limit}
            """)
    List<Membership> everyOf(Id<User> user, @Nullable Cursor after, int limit);

    @Override
    @Delete("delete from somoim_memberships where group_id = #{group} and user_id = #{user}")
    boolean remove(Id<Group> group, Id<User> user);

    @Override
    @Select("""
            select id, group_id, user_id, status_before, role_before, status_after, role_after, by_id as "by", created_at
            from somoim_membership_log
            where user_id = #{user} and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<MembershipChange> changesOf(Id<User> user, @Nullable Cursor after, int limit);

    @Override
    @Delete("""
            delete from somoim_membership_log
            where id in (
                select id from somoim_membership_log
                where user_id = #{user}
                order by created_at, id
                limit #{limit})
            """)
    int removeChangesOf(Id<User> user, int limit);
}
