package org.somoim.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /** Subjects of which nothing need be said any more, such as a post that was deleted or an invitation that was answered. */
    default Set<Id<?>> settledBy(Fact fact) {
        return Set.of();
    }

    /**
     * Of what nothing need be said any more after {@code fact}, where subjects alone do not say it. Removed before the
     * fact's own news is added.
     */
    default List<Settled> settles(Fact fact) {
        return settledBy(fact).stream().map(Settled::about).toList();
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
    }

    /**
     * What need not be said any more: every notification to which all that is given applies.
     *
     * @param subject what it is about, or is counted together by; null for anything in {@code group}
     * @param kind null for any
     * @param group null for any
     * @param recipient null for everyone
     */
    record Settled(
            @Nullable Id<?> subject,
            @Nullable NotificationKind kind,
            @Nullable Id<? extends Place> group,
            @Nullable Id<User> recipient) {

        public Settled {
            if (subject == null && group == null) {
                throw new IllegalArgumentException("name a subject or a group: this would settle too much");
            }
        }

        /** Everything that anyone was told about {@code subject}. */
        public static Settled about(Id<?> subject) {
            return new Settled(subject, null, null, null);
        }

        /** Everything that {@code recipient} was told of {@code group}, which they have left. */
        public static Settled of(Id<? extends Place> group, Id<User> recipient) {
            return new Settled(null, null, group, recipient);
        }
    }
}
