package org.somoim.posts;

import java.util.Locale;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** What people are told about posts and comments; the second four are about those on pages. */
public enum PostNotification implements NotificationKind {
    COMMENTED(PostAction.READ),
    REPLIED(PostAction.READ),
    MENTIONED(PostAction.READ),
    REACTED(PostAction.READ),
    PAGE_COMMENTED(PageAction.READ),
    PAGE_REPLIED(PageAction.READ),
    PAGE_MENTIONED(PageAction.READ),
    PAGE_REACTED(PageAction.READ);

    private final Word word =
            new Word("posts." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    private final Action needs;

    PostNotification(Action needs) {
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

    /** The same about something on a page. */
    PostNotification onPage() {
        return valueOf("PAGE_" + name());
    }
}
