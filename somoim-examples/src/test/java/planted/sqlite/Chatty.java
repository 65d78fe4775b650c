package planted.sqlite;

import ch.qos.logback.classic.Level;

/** Chooses the host's logging. */
public record Chatty(Level level) {}
