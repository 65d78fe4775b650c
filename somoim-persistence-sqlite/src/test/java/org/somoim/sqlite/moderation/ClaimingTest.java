package org.somoim.sqlite.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.memory.Community;
import org.somoim.moderation.Case;
import org.somoim.moderation.CaseStore;
import org.somoim.sqlite.OpenDatabase;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** However much there is to decide: the next case is as near as ever. */
@Covers({"MOD-9", "CFG-8"})
class ClaimingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final int CLAIMS = 50;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    /** Adds open cases with every urgency, past the library. */
    private void open(int from, int to) {
        database.execute("""
                with recursive n (i) as (select %d union all select i + 1 from n where i + 1 < %d)
                insert into somoim_cases (
                    id, subject_kind, subject_id, status, ground, escalated, standing, probability, reach, weight, kin_id,
                    settled_weight, version, said_at, opened_at, created_at)
                select
                    unhex(printf('%%032x', i)), 'post', unhex(printf('%%032x', i)), 'OPEN', 'SPAM', 0, (i * 7919) %% 100003, 0, 1,
                    50, unhex(printf('%%032x', i)), 0, 1, %d, %d, %d
                from n
                """.formatted(from, to, NOON.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli()));
    }

    /** How many steps of SQLite's machine the next claim takes. */
    private long steps(String sql, Id<?> moderator) throws SQLException {
        var steps = new AtomicInteger();
        try (Connection connection = database.connect()) {
            ProgressHandler.setHandler(connection.unwrap(SQLiteConnection.class), 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps.incrementAndGet();
                    return 0;
                }
            });
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                byte[] id = java.nio.ByteBuffer.allocate(16)
                        .putLong(moderator.value().getMostSignificantBits())
                        .putLong(moderator.value().getLeastSignificantBits())
                        .array();
                for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setObject(i, i == 2 || i == 3 ? Long.valueOf(NOON.toEpochMilli() + i) : id);
                }
                statement.execute();
            }
            ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
        }
        return steps.get();
    }

    /** How SQLite goes about it. */
    private List<String> plan() throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("explain query plan " + CLAIM);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    private static long median(long[] all) {
        Arrays.sort(all);
        return all[all.length / 2];
    }

    private long nanosOfAClaim(CaseStore cases, Community town, Id<org.somoim.kernel.User> moderator) {
        long[] took = new long[CLAIMS];
        for (int i = 0; i < CLAIMS; i++) {
            long before = System.nanoTime();
            Optional<Case> claimed =
                    town.ports.transactor().call(() -> cases.claimNext(moderator, false, NOON, NOON.plus(LEASE)));
            took[i] = System.nanoTime() - before;
            assertThat(claimed).isPresent();
        }
        return median(took);
    }

    @Test
    void aHundredThousandOpenCasesAreAsGoodAsAThousand() throws SQLException {
        Community town = database.community();
        Actor.Person moderator = town.person();
        CaseStore cases = town.ports.cases();
        open(1, 1_001);
        long few = nanosOfAClaim(cases, town, moderator.id());
        long fewSteps = steps(CLAIM, moderator.id());
        open(1_001, 100_001);
        long many = nanosOfAClaim(cases, town, moderator.id());
        long manySteps = steps(CLAIM, moderator.id());

        System.out.printf(
                "Claiming the next of 1,000 open cases: %d us, %d steps; of 100,000: %d us, %d steps%n",
                few / 1000, fewSteps, many / 1000, manySteps);
        assertThat(plan())
                .anyMatch(step -> step.contains(" c USING INDEX somoim_idx_cases_next"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
        // The second time a hundred are held already, which is walked past.
        assertThat(manySteps).isLessThan(fewSteps * 3);
    }

    /** As {@link SqliteCaseStore#claimNextRow} has it. */
    private static final String CLAIM = """
            update somoim_cases
            set claimant_id = ?, claimed_until = ?, version = version + 1
            where id = (
                select c.id
                from somoim_cases c
                where (c.claimed_until is null or c.claimed_until <= ?) and
                c.status = 'OPEN' and c.escalated <= 0
                    and (c.author_id is null or c.author_id <> ?)
                    and (c.outsider_id is null or c.outsider_id <> ?)
                    and not exists (
                        select 1 from somoim_reports r where r.case_id = c.id and r.reporter_id = ?)
                order by c.escalated desc, c.standing desc, c.id
                limit 1)
            """;

    @Test
    @Covers("MOD-2")
    void manyWhoAskAtOnceGetDifferentCases() throws Exception {
        Community town = database.community();
        open(1, 201);
        List<Actor.Person> moderators = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Actor.Person moderator = town.person();
            town.somoim.accounts().appoint(Actor.host("test"), moderator.id(), SiteRole.MODERATOR);
            moderators.add(moderator);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Id<Case>>>> taken = new ArrayList<>();
            for (Actor.Person moderator : moderators) {
                taken.add(threads.submit(() -> {
                    List<Id<Case>> mine = new ArrayList<>();
                    for (int i = 0; i < 25; i++) {
                        town.somoim.cases().claimNext(moderator).map(Case::id).ifPresent(mine::add);
                    }
                    return mine;
                }));
            }
            List<Id<Case>> all = new ArrayList<>();
            for (Future<List<Id<Case>>> mine : taken) {
                all.addAll(mine.get());
            }
            Set<Id<Case>> different = new HashSet<>(all);
            assertThat(all).hasSize(200);
            assertThat(different).hasSize(200);
        } finally {
            threads.shutdownNow();
        }
    }
}
