package org.somoim.sqlite.access;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.somoim.access.Sight;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Rows of groups, put in as they are, and the predicates on their own. Made from its annotations. */
public interface BareGroups {

    @Insert("""
            insert into somoim_groups (
                id, name, folded_name, kind, visibility, join_policy, invite_policy, moderators_approve, members,
                created_by, created_at, updated_at, deleted_at)
            values (
                #{id}, #{name}, #{name}, #{kind}, #{visibility}, #{joinPolicy}, #{invitePolicy}, #{moderatorsApprove},
                #{members}, #{createdBy}, #{createdAt}, #{updatedAt}, #{deletedAt})
            """)
    void addGroup(Group group);

    @Insert("""
            insert into somoim_memberships (
                group_id, user_id, status, role, by_id, change_id, put_out, joined_at, created_at, updated_at)
            values (
                #{groupId}, #{userId}, #{status}, #{role}, #{by}, #{changeId}, #{putOut}, #{joinedAt},
                #{createdAt}, #{updatedAt})
            """)
    void addMembership(Membership membership);

    @Select("select g.id from somoim_groups g where " + Predicates.IN_SIGHT + " order by g.id")
    List<Id<Group>> inSight(@Param("sight") Sight sight);

    @Select("select id from somoim_accounts where id in (" + Predicates.APART_FROM_VIEWER + ") order by id")
    List<Id<User>> apartFrom(Id<User> viewer);

    @Select("select id from somoim_accounts where id in (" + Predicates.APART_FROM_SIGHT + ") order by id")
    List<Id<User>> apartFromSight(@Param("sight") Sight sight);
}
