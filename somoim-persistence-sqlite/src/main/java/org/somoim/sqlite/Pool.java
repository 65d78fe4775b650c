package org.somoim.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Connections of HikariCP. Not by its own data source, which tells every host of each start and end at INFO: that they went
 * well is no news.
 */
final class Pool implements Connections, AutoCloseable {
    /** HikariCP waits no less for a connection. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(250);

    private final HikariPool pool;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private Pool(HikariPool pool) {
        this.pool = pool;
    }

    /** @param patience how long to wait for a connection */
    static Pool of(String name, DataSource connections, int size, boolean isReadOnly, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(size);
        // Made when they are first asked for: those made beforehand are told at INFO as well.
        config.setMinimumIdle(0);
        // One of the writer's is made and closed beforehand, so that a file which cannot be opened is not tried again
        // for
        // as long as anyone has patience. Readers come after it.
        config.setInitializationFailTimeout(isReadOnly ? -1 : 1);
        config.setConnectionTimeout(Math.max(patience.toMillis(), LEAST_WAIT.toMillis()));
        // Connections to a file do not go stale.
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setReadOnly(isReadOnly);
        config.validate();
        return new Pool(new HikariPool(config));
    }

    @Override
    public Connection get() throws SQLException {
        if (isClosed.get()) {
            throw new SQLException("The connections of " + pool + " have been closed.");
        }
        return pool.getConnection();
    }

    /** Closes it instead of handing it out again. */
    void evict(Connection connection) {
        pool.evictConnection(connection);
    }

    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        try {
            pool.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
