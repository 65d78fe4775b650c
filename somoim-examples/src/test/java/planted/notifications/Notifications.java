package planted.notifications;

import planted.groups.Group;

/** Knows who plugs into it. */
public record Notifications(Group group) {}
