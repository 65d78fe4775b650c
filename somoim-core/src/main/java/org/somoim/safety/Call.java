package org.somoim.safety;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;

/**
 * What somebody who needs help says.
 *
 * @param groups whom they ask, each once, in the order in which they name them; 1 to {@value #MOST_GROUPS}
 * @param message or null
 * @param location or null; rounded already
 * @param drill whether it is an exercise
 */
public record Call(
        List<Id<Group>> groups,
        Alert.Kind kind,
        @Nullable Prose message,
        @Nullable Location location,
        boolean drill) {
    public static final int MOST_GROUPS = 20;

    /** @throws org.somoim.kernel.Refusal {@link SafetyReason#TO_WHOM} */
    public Call {
        groups = List.copyOf(new LinkedHashSet<>(groups));
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw SafetyReason.TO_WHOM.refuse();
        }
    }

    /** A call for help to one group, and nothing more said. */
    public static Call forHelp(Id<Group> group) {
        return new Call(List.of(group), Alert.Kind.HELP, null, null, false);
    }

    Set<Id<Group>> asked() {
        return Set.copyOf(groups);
    }
}
