package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * How a series runs, as everyone who sees it may know. What each occurrence is, and where, is with the occurrences.
 *
 * @param groupId the group that hosts it, or null
 * @param pageOf the person who hosts it, or null
 * @param startsOn the first start, by the clock on the wall of {@code zone}
 * @param endedAt when it was ended, or null while more are to come
 */
public record Course(
        Id<Series> id,
        @Nullable Id<Group> groupId,
        @Nullable Id<User> pageOf,
        Rule rule,
        LocalDateTime startsOn,
        Zone zone,
        @Nullable Instant endedAt) {

    static Course of(Series series) {
        return new Course(
                series.id(),
                series.groupId(),
                series.pageOf(),
                series.rule(),
                series.startsOn(),
                series.zone(),
                series.endedAt());
    }
}
