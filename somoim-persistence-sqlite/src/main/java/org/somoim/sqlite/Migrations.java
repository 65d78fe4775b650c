package org.somoim.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.output.ValidateOutput;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.StartFailure;

/** Brings the tables up to date, or says why that cannot be. */
final class Migrations {
    static final String LOCATION = "classpath:org/somoim/sqlite/migrations";
    static final String HISTORY = "somoim_schema_history";

    private final Flyway flyway;
    private final String where;

    /** @param where the file, for messages */
    Migrations(DataSource dataSource, String where) {
        this.where = where;
        flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(LOCATION)
                .table(HISTORY)
                // By default Flyway takes no notice of migrations that a newer version has made.
                .ignoreMigrationPatterns(new String[0])
                // A host's own tables may be in the same file.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /**
     * @return how many steps were missing
     * @throws StartFailure if the tables are not what this version can work with
     */
    int run() {
        // Flyway logs through something that all its users in the process share; it is on loan only.
        LogFactory.setLogCreator(speaker -> new QuietLog(LoggerFactory.getLogger(speaker)));
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw explained(e);
        } finally {
            LogFactory.setLogCreator(null);
        }
    }

    private StartFailure explained(FlywayException e) {
        List<ValidateOutput> invalid = e.getErrorCode() == CoreErrorCode.VALIDATE_ERROR
                ? flyway.validateWithResult().invalidMigrations
                : List.of();
        String newer = named(invalid, CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED);
        if (!newer.isEmpty()) {
            return new StartFailure(
                    "The database was made by a newer version of Somoim. This version does not know its migrations "
                            + newer + ".",
                    where,
                    "An older version would write rows that the newer one takes for broken.",
                    "Start the newer version again, or restore a backup from before it was started.",
                    e);
        }
        if (!invalid.isEmpty()) {
            return new StartFailure(
                    "The database was set up by other migrations than those of this version.",
                    where,
                    "Tables that differ from what the code expects lose what is written to them.",
                    "Use an unchanged release of Somoim. Migrations, once released, are not edited.",
                    e);
        }
        return new StartFailure(
                "The tables could not be brought up to date.",
                where,
                "The code needs the tables of its own version.",
                "See the cause below. Nothing is half done: each migration is one transaction.",
                e);
    }

    private static String named(List<ValidateOutput> invalid, CoreErrorCode code) {
        return invalid.stream()
                .filter(migration -> migration.errorDetails.errorCode == code)
                .map(migration -> migration.version)
                .collect(Collectors.joining(", "));
    }
}
