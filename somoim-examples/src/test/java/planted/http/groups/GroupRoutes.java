package planted.http.groups;

import planted.groups.GroupStore;

/** Reads the store behind the back of the front door. */
public record GroupRoutes(GroupStore store) {}
