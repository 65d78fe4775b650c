package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.somoim.Settings;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Actor;
import org.somoim.mail.Email;
import org.somoim.moderation.Case;
import org.somoim.sqlite.Sqlite;

/**
 * How soon a moderator has the next case, while 1,000 to 100,000 are open. The cases are written past the library; each that
 * is claimed is dismissed before the next, which is not measured.
 */
public final class Claims {
    private static final int[] OPEN = {1_000, 10_000, 100_000};
    private static final int CLAIMS = 500;
    private static final int WARMING = 200;
    private static final double MICRO = 1_000;
    private static final Actor HOST = Actor.host("benchmark");

    private Claims() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException, SQLException {
        for (int open : OPEN) {
            Path file = Files.createTempDirectory("somoim-claims").resolve("town.db");
            try (Somoim somoim = Sqlite.open(Settings.of(file))) {
                Actor.Person moderator = new Actor.Person(somoim.accounts()
                        .open(HOST, Email.of("one@example.org"))
                        .id());
                somoim.accounts().appoint(HOST, moderator.id(), SiteRole.MODERATOR);
                fill(file, open + WARMING + CLAIMS);
                claim(somoim, moderator, WARMING);
                double[] took = claim(somoim, moderator, CLAIMS);
                System.out.printf(
                        "Claiming the next of %,d open cases: p50 %.0f us, p99 %.0f us%n",
                        open, took[CLAIMS / 2], took[CLAIMS * 99 / 100]);
            }
        }
    }

    /** In microseconds, shortest first. */
    private static double[] claim(Somoim somoim, Actor moderator, int times) {
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            Case held = somoim.cases().claimNext(moderator).orElseThrow();
            took[i] = (System.nanoTime() - before) / MICRO;
            somoim.cases().dismiss(moderator, held.id(), held.version());
        }
        Arrays.sort(took);
        return took;
    }

    private static void fill(Path file, int cases) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("with recursive n (i) as (select 1 union all select i + 1 from n where i < " + cases + ")"
                    + " insert into somoim_cases (id, subject_kind, subject_id, status, ground, escalated, standing,"
                    + " probability, reach, weight, kin_id, settled_weight, version, said_at, opened_at, created_at)"
                    + " select randomblob(16), 'post', randomblob(16), 'OPEN', 'SPAM', 0, (i * 7919) % 100003, 0, 1, 50,"
                    + " randomblob(16), 0, 1, 0, 0, 0 from n");
        }
    }
}
