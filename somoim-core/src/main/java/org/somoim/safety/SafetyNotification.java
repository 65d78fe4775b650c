package org.somoim.safety;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about alerts. None can be turned off. Drills have kinds of their own, so that nobody runs for one. */
public enum SafetyNotification implements NotificationKind {
    /** To everyone who is called. */
    RAISED(SafetyAction.SEE),
    /** To everyone who is called: nobody has acknowledged it yet. */
    ESCALATED(SafetyAction.SEE),
    /** To everyone who was called: it has ended. */
    ENDED(SafetyAction.SEE),
    /** To the caller: somebody has ended it, or it has lapsed. */
    YOURS_ENDED(null),
    /** To the caller: somebody has answered. */
    ACKNOWLEDGED(null),
    /** To the caller: nobody has answered in time, so look for help elsewhere too. */
    UNANSWERED(null),
    DRILL_RAISED(SafetyAction.SEE),
    DRILL_ESCALATED(SafetyAction.SEE),
    DRILL_ENDED(SafetyAction.SEE),
    DRILL_YOURS_ENDED(null),
    DRILL_ACKNOWLEDGED(null),
    DRILL_UNANSWERED(null);

    private final Word word =
            new Word("safety." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    private final @Nullable Action needs;

    SafetyNotification(@Nullable Action needs) {
        this.needs = needs;
    }

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return needs;
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    /** The same about a drill, if it is one. */
    SafetyNotification of(boolean drill) {
        return drill ? valueOf("DRILL_" + name()) : this;
    }
}
