package org.somoim.notifications;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;

/**
 * A kind of thing that people are told about. Each capability lists its own in one enum. Preferences are kept per kind.
 */
public interface NotificationKind {

    /** Stable name, such as {@code groups.invited}. Part of the public API; no two sources share one. */
    Word word();

    /**
     * What one must still be allowed to do in the group, or on the page, to be shown this, or null if nothing but one's
     * account is needed. Asked when the notification is made and again whenever it is read.
     */
    @Nullable
    Action needs();

    /**
     * Whether it can be turned off, and falls silent between people parted by a block. A few, such as being put out of a
     * group, are told in any case; a block then only hides who did it.
     */
    default boolean isOptional() {
        return true;
    }
}
