package planted.groups;

import planted.events.Events;

/** Knows a vertical that knows it. */
public record Groups(Events events) {}
