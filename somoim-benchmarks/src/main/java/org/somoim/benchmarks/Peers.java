package org.somoim.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.Settings;
import org.somoim.Somoim;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.accounts.bcrypt.Pepper;
import org.somoim.comparison.ComparisonStore.Counted;
import org.somoim.comparison.Figures;
import org.somoim.comparison.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.privacy.CohortSchema;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Split;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/**
 * What an epoch of very many contributors costs, beyond reading their rows once, and how soon somebody is told where they
 * stand. The rows are written past the library: what is measured does not look at the rest of them.
 */
public final class Peers {
    private static final double MILLION = 1_000_000;
    private static final double BILLION = 1_000_000_000;
    private static final int LOOKS = 100_000;
    private static final int PAGE = 10_000;
    private static final Actor HOST = Actor.host("benchmark");
    private static final Word FUND = new Word("emergency-fund");

    private static final PrivacyPlan PLAN = PrivacyPlan.of(
                    "town",
                    Label.of("Town"),
                    new CohortSchema(
                            List.of(
                                    Hierarchies.age(),
                                    Hierarchies.income(Currency.getInstance("KRW")),
                                    Hierarchies.regionOfKorea()),
                            List.of(new Split(0, 2), new Split(1, 1), new Split(2, 1))),
                    List.of(Metric.SAVINGS_RATE, Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME))
            .build();

    private Peers() {}

    /** @param arguments how many contributors; a million if nobody says */
    public static void main(String[] arguments) throws IOException, SQLException {
        int people = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempDirectory("somoim-peers").resolve("town.db");
        Policies rules = Policies.PRESET.comparing(Terms.of(PLAN));
        String shape;
        try (Somoim somoim = Sqlite.open(Settings.of(file), rules)) {
            Actor.Person one = new Actor.Person(
                    somoim.accounts().open(HOST, Email.of("one@example.org")).id());
            somoim.profiles().initialize(one, Line.of("One"));
            somoim.profiles().changeSettings(one, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
            shape = somoim.comparisons().contribute(one, figures(0)).shape().value();
        }
        fill(file, people, shape);
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(file))) {
            var chance = new SecureRandom();
            var hasher = new BcryptPasswordHasher(new Pepper(database.keys().own("password-pepper")), chance);
            Ports ports = Sqlite.ports(database, hasher, InstantSource.system(), chance);
            run(new Somoim(ports, rules), ports, shape, people);
        }
    }

    private static Figures figures(int number) {
        return Figures.NONE
                .in("age", "from-35")
                .in("income-krw", "from-5")
                .in("region-kr", "kr-11")
                .with("emergency-fund", number % 100)
                .with("savings-rate", 7)
                .with("debt-to-income", 0.4);
    }

    private static void fill(Path file, int people, String shape) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("pragma cache_size = -400000");
            connection.setAutoCommit(false);
            String many = "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + people + ") ";
            sql.execute("create temp table p as " + many + "select i, randomblob(16) as id from n");
            sql.execute("insert into somoim_accounts (id, email, email_mark, role, status, created_at, updated_at)"
                    + " select id, zeroblob(40), randomblob(32), 'USER', 'ACTIVE', 0, 0 from p order by id");
            sql.execute("insert into somoim_profiles (user_id, display_name, reputation_score, total_contributions,"
                    + " experience_level, visibility, created_at, updated_at)"
                    + " select id, 'Somebody', 0, 0, 'NEWCOMER', 'NOBODY', 0, 0 from p order by id");
            sql.execute("insert into somoim_privacy_settings (user_id, given_name_visibility,"
                    + " family_name_visibility, bio_visibility, avatar_visibility, location_visibility,"
                    + " interests_visibility, expertise_visibility, standing_visibility, discoverable,"
                    + " goal_sharing_level, share_goal_amounts, share_age_range, share_region,"
                    + " contribute_to_comparisons, anonymize_in_comparisons, created_at, updated_at)"
                    + " select p.id, s.given_name_visibility,"
                    + " s.family_name_visibility, s.bio_visibility, s.avatar_visibility, s.location_visibility,"
                    + " s.interests_visibility, s.expertise_visibility, s.standing_visibility, s.discoverable,"
                    + " s.goal_sharing_level, s.share_goal_amounts, s.share_age_range, s.share_region,"
                    + " s.contribute_to_comparisons, s.anonymize_in_comparisons, 0, 0"
                    + " from p cross join (select * from somoim_privacy_settings limit 1) s order by p.id");
            sql.execute("insert into somoim_comparison_contributions"
                    + " (user_id, shape, leaves, bins, created_at, updated_at, told_at)"
                    + " select id, '" + shape + "', (1 + i % 13) || ',' || (i * 7 % 7) || ',' || (i % 17),"
                    + " (i * 31 % 16) || ',' || (i * 17 % 16) || ',' || (i * 13 % 16), 0, 0, 0 from p order by id");
            connection.commit();
        }
    }

    private static void run(Somoim somoim, Ports ports, String shape, int people) {
        long before = cpu();
        long begun = System.nanoTime();
        int read = read(ports, new Word(shape));
        double readCpu = (cpu() - before) / BILLION;
        System.out.printf("Rows read once: %d, %.2f s, %.2f s of CPU%n", read, since(begun), readCpu);

        before = cpu();
        begun = System.nanoTime();
        somoim.epochs().begin(HOST);
        double epochCpu = (cpu() - before) / BILLION;
        System.out.printf(
                "An epoch of %d contributors: %.2f s, %.2f s of CPU, %.2f s beyond reading the rows%n",
                people, since(begun), epochCpu, epochCpu - readCpu);

        Actor.Person viewer = new Actor.Person(
                somoim.accounts().open(HOST, Email.of("viewer@example.org")).id());
        somoim.profiles().initialize(viewer, Line.of("Viewer"));
        System.out.println(somoim.comparisons().compare(viewer, FUND, figures(6)));
        long[] taken = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            somoim.comparisons().compare(viewer, FUND, figures(i));
            taken[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(taken, LOOKS / 10, LOOKS);
        Arrays.sort(warm);
        System.out.printf(
                "compare(): p50 %.3f ms, p99 %.3f ms, p99.9 %.3f ms over %d calls%n",
                warm[warm.length / 2] / MILLION,
                warm[warm.length * 99 / 100] / MILLION,
                warm[warm.length * 999 / 1000] / MILLION,
                warm.length);
    }

    private static int read(Ports ports, Word shape) {
        return ports.transactor().read(() -> {
            Instant joinedBy = Instant.EPOCH.plus(Duration.ofDays(1));
            int read = 0;
            @Nullable Id<User> after = null;
            List<Counted> page;
            do {
                page = ports.comparisons().eligible(shape, joinedBy, after, PAGE);
                read += page.size();
                after = page.isEmpty() ? after : page.get(page.size() - 1).userId();
            } while (page.size() == PAGE);
            return read;
        });
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / BILLION;
    }

    /** Of this thread. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
