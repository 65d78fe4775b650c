package org.somoim.notifications;

import java.time.Instant;
import java.util.List;
import org.somoim.access.Access;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/** Turns facts into notifications and shows each person theirs. */
public final class Notifications implements FactListener {
    private static final Word NAME = new Word("notifications");

    private final NotificationStore store;
    private final List<NotificationSource> sources;
    private final Access access;
    private final Work work;

    public Notifications(NotificationStore store, List<NotificationSource> sources, Access access, Work work) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.access = access;
        this.work = work;
    }

    @Override
    public Word name() {
        return NAME;
    }

    @Override
    public void on(Fact fact, Instant at) {}
}
