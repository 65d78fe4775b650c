package planted.sqlite.events;

/** An adapter like any other. */
public record SqliteEvents() {}
