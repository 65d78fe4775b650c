package org.somoim.notifications;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Socket. What a capability tells people of its facts. */
public interface NotificationSource {

    /** Every kind it may send. */
    List<? extends NotificationKind> kinds();

    /**
     * Whom to tell of {@code fact}, and what. Need not ask for permissions, preferences, blocks or mutes, nor leave out the
     * one who did it: the receiver of the list does. Empty for facts of other capabilities.
     *
     * @param at when it happened
     */
    List<News> newsOf(Fact fact, Instant at);

    /**
     * Subjects and threads of which nothing need be said any more, such as a post that was deleted or an invitation that was
     * answered. Notifications of them are removed, before the fact's own news is added.
     */
    default Set<Id<?>> settledBy(Fact fact) {
        return Set.of();
    }

    /**
     * Those of {@code subjects} that {@code reader} may not read now although the place they are in is open to them: a
     * comment that was deleted a moment ago, or one under a post of somebody parted from the reader by a block. Asked when
     * notifications of this source's kinds are made and again whenever they are read; one query, however many they are.
     */
    default Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        return Set.of();
    }

    /**
     * The same question turned round, for news to many at once: those of {@code readers} who may not read {@code subject}. A
     * source that tells whole groups of something answers it in one query.
     */
    default Set<Id<User>> readersKeptFrom(Id<?> subject, Set<Id<User>> readers) {
        return readers.stream()
                .filter(reader -> !hiddenFrom(reader, Set.of(subject)).isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * One thing for one person to know. Holds ids only: what they point to is read through its own front door, by whoever
     * may read it then.
     *
     * @param group whose rules it is under, or null if under none
     * @param page whose page's rules it is under, or null if under none
     * @param thread what it is counted together with: news of one kind and thread within a time become one notification
     * @param subject what it is about
     * @param by who did it, or null if nobody in particular; news about what someone did oneself is dropped
     */
    record News(
            Id<User> recipient,
            NotificationKind kind,
            @Nullable Id<? extends Place> group,
            @Nullable Id<User> page,
            Id<?> thread,
            Id<?> subject,
            @Nullable Id<User> by) {

        public News {
            if (kind.needs() != null && group == null && page == null) {
                throw new IllegalArgumentException(kind.word() + " needs a group or a page to ask for permission");
            }
        }

        /** What is the same for everybody who is told this. */
        List<@Nullable Object> withoutRecipient() {
            return Arrays.asList(kind, group, page, thread, subject, by);
        }
    }
}
