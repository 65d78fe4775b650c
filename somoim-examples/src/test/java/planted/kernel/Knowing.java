package planted.kernel;

import planted.groups.Group;

/** A kernel that knows a capability. */
public record Knowing(Group group) {}
