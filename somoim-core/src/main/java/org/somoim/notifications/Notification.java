package org.somoim.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * One thing for one person to know, or several of a kind that happened close together. Holds ids only: what they point to
 * is read through its own front door, by whoever may read it then.
 *
 * @param userId who is told
 * @param kind a {@link NotificationKind#word()}
 * @param groupId whose rules it is under, or null
 * @param pageOf whose page's rules it is under, or null
 * @param thread what it is counted together by
 * @param subject what it is about; the latest, if it counts several
 * @param by who did it; the latest, if it counts several; null if nobody in particular, or nobody the reader may be shown
 * @param count how many pieces of news it stands for, at least 1
 * @param createdAt when the first of them happened
 * @param updatedAt when the latest of them happened
 * @param readAt when it was read, or null if it is unread
 */
public record Notification(
        Id<Notification> id,
        Id<User> userId,
        Word kind,
        @Nullable Id<? extends Place> groupId,
        @Nullable Id<User> pageOf,
        Id<?> thread,
        Id<?> subject,
        @Nullable Id<User> by,
        int count,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant readAt) {

    public Notification {
        if (count < 1) {
            throw new IllegalArgumentException("a notification stands for at least one piece of news");
        }
    }

    public boolean isRead() {
        return readAt != null;
    }

    /** Where it stands among its reader's notifications. Moves to the front when news is added. */
    public Cursor place() {
        return Cursor.of(updatedAt, id);
    }

    Notification withoutName() {
        return new Notification(
                id, userId, kind, groupId, pageOf, thread, subject, null, count, createdAt, updatedAt, readAt);
    }

    /** The same, read by now. */
    public Notification markedRead(Instant at) {
        return new Notification(
                id, userId, kind, groupId, pageOf, thread, subject, by, count, createdAt, updatedAt, at);
    }
}
