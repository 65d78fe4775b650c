package org.somoim.goals;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about goals that they share. */
public enum GoalNotification implements NotificationKind {
    /** One of them inspired somebody. Not which: the notification would name the owner to whoever reads the store. */
    NEW_INSPIRATION_ON_GOAL;

    private final Word word =
            new Word("goals." + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return null;
    }
}
