package planted.sqlite.groups;

import planted.sqlite.events.SqliteEvents;

/** Meets the adapter of another capability. */
public record SqliteGroups(SqliteEvents events) {}
