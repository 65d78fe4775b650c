package org.somoim.groups;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/**
 * Who and what somebody's words may speak of: their groups, and those who belong to these. For capabilities that have to take
 * it out. No front door: it asks for no permission.
 */
public final class Neighbours {
    private final GroupStore groups;
    private final MembershipStore memberships;
    private final Circle circle;

    public Neighbours(GroupStore groups, MembershipStore memberships) {
        this.groups = groups;
        this.memberships = memberships;
        this.circle = new Circle(memberships);
    }

    /** Inside a transaction. */
    public Around of(Id<User> person) {
        List<Line> names = new ArrayList<>();
        Set<Id<User>> people = new LinkedHashSet<>(Set.of(person));
        for (Group group : groups.findAll(memberships.activeGroups(person))) {
            names.add(group.name());
            people.addAll(circle.of(group.id()));
        }
        return new Around(names, List.copyOf(people));
    }

    /**
     * @param groups what the person's groups are called
     * @param people the person first, and everyone who belongs to one of them
     */
    public record Around(List<Line> groups, List<Id<User>> people) {
        public Around {
            groups = List.copyOf(groups);
            people = List.copyOf(people);
        }
    }
}
