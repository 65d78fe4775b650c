package org.somoim.sqlite;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;

/** Flyway's log, one level lower: that a start found everything in order is no news to a host. */
record QuietLog(Logger logger) implements Log {
    /** Flyway means to drop this, and until then asks that it be there. */
    @Override
    @SuppressWarnings("deprecation")
    public boolean isDebugEnabled() {
        return logger.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
        logger.trace(message);
    }

    @Override
    public void info(String message) {
        logger.debug(message);
    }

    @Override
    public void notice(String message) {
        logger.debug(message);
    }

    @Override
    public void warn(String message) {
        logger.warn(message);
    }

    @Override
    public void error(String message) {
        // Whatever goes wrong is also thrown, and the start-up failure that is made of it says it better.
        logger.debug(message);
    }

    @Override
    public void error(String message, Exception e) {
        logger.debug(message, e);
    }
}
