package org.somoim.moderation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told in due process. None can be turned off: whoever is restricted must be able to know. */
public enum ModerationNotification implements NotificationKind {
    /** To whom a measure restricts. What and why is in its statement of reasons. */
    MEASURE_TAKEN,
    /** To whom it restricted. */
    MEASURE_ENDED,
    /** To whoever made a report: it was decided. */
    REPORT_CLOSED,
    /** To whoever objected: it was judged. */
    APPEAL_JUDGED;

    private final Word word =
            new Word("moderation." + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return null;
    }

    @Override
    public boolean isOptional() {
        return false;
    }
}
