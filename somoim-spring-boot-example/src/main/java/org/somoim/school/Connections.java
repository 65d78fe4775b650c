package org.somoim.school;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The one file, on connections of the school's own. */
@Configuration(proxyBeanMethods = false)
class Connections {
    private static final int CONNECTIONS = 6;
    private static final int MOST_WAITING_MILLIS = 5_000;

    @Bean
    HikariDataSource dataSource(Office office) throws IOException {
        Path file = office.database().toAbsolutePath();
        Files.createDirectories(file.getParent(), forOwnerOnly(file));
        // tag::spring-boot-connections
        var sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.enforceForeignKeys(true);
        sqlite.setBusyTimeout(MOST_WAITING_MILLIS);
        // A transaction takes its turn when it begins: one that reads first could not write any more if somebody else
        // had.
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + file);
        var pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        // end::spring-boot-connections
        return new HikariDataSource(pool);
    }

    /** The library looks after its own files; this one is the school's. */
    private static FileAttribute<?>[] forOwnerOnly(Path file) {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
