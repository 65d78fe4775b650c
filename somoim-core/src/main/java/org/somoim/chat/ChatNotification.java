package org.somoim.chat;

import java.util.Locale;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about messages. */
public enum ChatNotification implements NotificationKind {
    /** Somebody wrote to one alone. */
    WRITTEN(DirectAction.READ),
    /** Somebody answered one in a group. */
    REPLIED(ChatAction.READ);

    private final Word word = new Word("chat." + name().toLowerCase(Locale.ROOT));
    private final Action needs;

    ChatNotification(Action needs) {
        this.needs = needs;
    }

    @Override
    public Word word() {
        return word;
    }

    @Override
    public Action needs() {
        return needs;
    }
}
