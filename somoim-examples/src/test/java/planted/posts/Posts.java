package planted.posts;

import planted.events.Events;

/** Knows a neighbour. */
public record Posts(Events events) {}
