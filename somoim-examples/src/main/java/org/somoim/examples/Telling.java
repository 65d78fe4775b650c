package org.somoim.examples;

import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.notifications.Notification;

/** Someone reads what they were told, and says what they do not want to hear. */
final class Telling {
    private Telling() {}

    static Page<Notification> tell(Somoim somoim, Actor minji, Id<Group> group) {
        // tag::tell
        somoim.deliver();

        int unread = somoim.notifications().unread(minji);
        Page<Notification> told = somoim.notifications().list(minji, Page.Ask.first(), false);
        if (unread > 0) {
            somoim.notifications().readAll(minji, told.items().get(0).updatedAt());
        }

        somoim.notifications().turnOff(minji, new Word("posts.reacted"));
        somoim.notifications().muteGroup(minji, group);
        // end::tell
        return told;
    }
}
