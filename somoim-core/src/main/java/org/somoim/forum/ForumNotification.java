package org.somoim.forum;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about the forum. Whether they may still read it is asked of the gate. */
public enum ForumNotification implements NotificationKind {
    /** Somebody wrote in a topic that they follow. */
    POSTED,
    /** What they wrote solved a question. */
    SOLVED,
    /** What they wrote helped somebody, who is not named. */
    HELPED,
    /** Something awaits approval in a category that they look after. */
    AWAITS_APPROVAL,
    APPROVED,
    /** About themself: what it was about is gone. */
    REJECTED;

    private final Word word =
            new Word("forum." + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return null;
    }
}
