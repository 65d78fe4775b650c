package org.somoim.groups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.personaldata.Walk;

/** Who belongs to a group, for capabilities that have something to tell them. No front door: it asks for no permission. */
public final class Circle {
    private final MembershipStore memberships;

    public Circle(MembershipStore memberships) {
        this.memberships = memberships;
    }

    /** All active members, longest first. */
    public List<Id<User>> of(Id<Group> group) {
        List<Id<User>> all = new ArrayList<>();
        Walk.through(
                (after, limit) -> memberships.members(group, after, limit),
                member -> Cursor.of(joined(member), member.userId()),
                member -> all.add(member.userId()));
        return all;
    }

    private static Instant joined(Membership member) {
        return member.joinedAt() == null ? member.createdAt() : member.joinedAt();
    }
}
