package org.somoim.sqlite.posts;

import org.apache.ibatis.annotations.Insert;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** A group of which nothing matters but that it is there. */
public interface GroupRows {
    @Insert("""
            insert into somoim_groups (id, name, folded_name, kind, visibility, join_policy, invite_policy,
              moderators_approve, members, created_by, created_at, updated_at)
            values (#{group}, 'g', 'g', 'SOCIAL', 'PUBLIC', 'OPEN', 'ADMINS', 0, 0, #{owner}, 0, 0)
            """)
    void add(Id<Group> group, Id<User> owner);
}
