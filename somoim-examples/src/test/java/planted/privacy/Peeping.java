package planted.privacy;

import planted.groups.Group;

/** Privacy that knows who it is about. */
public record Peeping(Group group) {}
