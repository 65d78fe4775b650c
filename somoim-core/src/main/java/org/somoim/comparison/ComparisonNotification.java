package org.somoim.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about comparisons. */
public enum ComparisonNotification implements NotificationKind {
    /** To those who take part: there is a new release. */
    PEER_COMPARISON_UPDATED;

    private final Word word =
            new Word("comparison." + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return null;
    }
}
