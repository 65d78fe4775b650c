package org.somoim.notifications;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;

/**
 * A kind of thing that people are told about. Each capability lists its own in one enum. Preferences are kept per kind.
 */
public interface NotificationKind {

    /** Stable name, such as {@code groups.invited}. Part of the public API. */
    Word word();

    /**
     * What one must still be allowed to do in the group to be shown this, or null if nothing but one's account is needed.
     * Asked when the notification is made and again whenever it is read.
     */
    @Nullable
    Action needs();

    /** Whether it can be turned off. A few, such as being put out of a group, cannot. */
    default boolean isOptional() {
        return true;
    }
}
