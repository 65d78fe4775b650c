package org.somoim.sessions;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about their sessions. */
public enum SessionNotification implements NotificationKind {
    /** To whoever was signed in: a session has ended because somebody came with a token that was spent. */
    REUSE_DETECTED(new Word("sessions.reuse-detected"));

    private final Word word;

    SessionNotification(Word word) {
        this.word = word;
    }

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return null;
    }

    /** A thief who could turn it off would. */
    @Override
    public boolean isOptional() {
        return false;
    }
}
