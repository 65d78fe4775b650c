package org.somoim.sqlite.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.Ports;
import org.somoim.access.Roster;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.notifications.NotificationStore;
import org.somoim.personaldata.Altered;
import org.somoim.safety.Alert;
import org.somoim.safety.AlertStore;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.sqlite.OpenDatabase;

/** What only a store in files can do wrong about alerts. */
class AlertsOnDiskTest {
    private static final Duration LONGER_THAN_KEPT = Duration.ofMinutes(61);

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    @Covers({"SAF-3", "PRV-4"})
    void noByteOfThePlaceIsLeftInAnyFileOnceItsTimeIsOver() throws Exception {
        Community town = database.community();
        Actor.Person caller = town.person();
        Group group = town.openGroup(caller);
        Alert alert =
                town.somoim.alerts().raise(caller, call(group)).alerts().get(0).alert();
        String kept = database.ask("select hex(location) from somoim_safety_alerts where id = x'"
                        + alert.id().toString().replace("-", "") + "'")
                .get(0);
        assertThat(kept).hasSizeGreaterThan(40);
        assertThat(found("3756650001", "12697800002")).as("in clear").isEmpty();
        assertThat(foundSealed(kept)).isNotEmpty();
        town.somoim.alerts().end(caller, alert.id(), false);
        town.clock.advance(LONGER_THAN_KEPT);

        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            statement.execute("begin deferred");
            statement.executeQuery("select count(*) from somoim_groups").close();
            town.somoim.tick();
            assertThat(shredding()).as("while somebody reads what was before").containsExactly("1");
            assertThat(foundSealed(kept)).isNotEmpty();
        }
        town.somoim.tick();

        assertThat(shredding()).containsExactly("0");
        assertThat(foundSealed(kept)).isEmpty();
    }

    private List<String> shredding() {
        return database.ask("select count(*) from somoim_safety_alerts where shred_at is not null");
    }

    private static Call call(Group group) {
        var here = Location.ofDegrees(
                new BigDecimal("37.56650001"), new BigDecimal("126.97800002"), Location.Precision.EXACT);
        return new Call(List.of(group.id()), Alert.Kind.HELP, Prose.of("Help"), here, false);
    }

    @Test
    @Covers("DAT-6")
    void theDatabaseItselfForgetsWhoEndedAnAlertAndNotTheAlert() throws Exception {
        Community town = database.community();
        Actor.Person caller = town.person();
        Group group = town.openGroup(caller);
        Actor.Person helper = town.memberOf(group);
        Alert alert =
                town.somoim.alerts().raise(caller, call(group)).alerts().get(0).alert();
        town.somoim.alerts().end(helper, alert.id(), false);
        database.execute("delete from somoim_accounts where id = x'"
                + helper.id().toString().replace("-", "") + "'");

        assertThat(database.ask("select outcome || ' ' || iif(resolved_by_user_id is null, 'nobody', 'somebody')"
                        + " from somoim_safety_alerts"))
                .containsExactly("RESOLVED nobody");
    }

    /** Each call of a store is a fixed number of statements, as its contract says. */
    @Test
    @Covers({"SAF-1", "PER-5"})
    void thousandsAreCalledAndToldInAsManyStatementsAsTwo() {
        var calls = new AtomicInteger();
        var town = new Community(clock -> counted(database.ports(clock), calls));
        Actor.Person caller = town.person();
        Group few = town.openGroup(caller);
        Group many = town.openGroup(caller);
        town.memberOf(few);
        town.memberOf(few);
        people(many, 5_000);
        town.somoim.deliver();

        int toTwo = callsOf(calls, () -> raiseAndDeliver(town, caller, few));
        int toThousands = callsOf(calls, () -> raiseAndDeliver(town, caller, many));

        assertThat(database.ask("select count(*) from somoim_alert_receipts")).containsExactly("5002");
        assertThat(database.ask("select count(*) from somoim_notifications where kind = 'safety.raised'"))
                .containsExactly("5002");
        assertThat(toThousands).isEqualTo(toTwo).isLessThan(40);
        System.out.println("Calls of stores for an alert, whatever the size of the group: " + toThousands);
    }

    private static void raiseAndDeliver(Community town, Actor.Person caller, Group group) {
        long began = System.nanoTime();
        town.somoim.alerts().raise(caller, call(group));
        long raised = System.nanoTime();
        town.somoim.deliver();
        System.out.printf(
                "An alert: %d ms to raise, %d ms to tell%n",
                Duration.ofNanos(raised - began).toMillis(),
                Duration.ofNanos(System.nanoTime() - raised).toMillis());
    }

    private static int callsOf(AtomicInteger calls, Runnable deed) {
        int before = calls.get();
        deed.run();
        return calls.get() - before;
    }

    private static Ports counted(Ports ports, AtomicInteger calls) {
        Ports counted = Altered.with(ports, "roster", counted(Roster.class, ports.roster(), calls));
        counted = Altered.with(counted, "alerts", counted(AlertStore.class, ports.alerts(), calls));
        return Altered.with(counted, "notifications", counted(NotificationStore.class, ports.notifications(), calls));
    }

    private static <S> S counted(Class<S> port, S store, AtomicInteger calls) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** By hand: opening an account by the front door makes a key each. */
    private void people(Group group, int many) {
        database.execute("""
                insert into somoim_accounts (id, email, email_mark, role, status, created_at, updated_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)
                select randomblob(16), x'00', randomblob(32), 'USER', 'ACTIVE', 0, i from n
                """.formatted(many));
        database.execute("""
                insert into somoim_memberships (
                    group_id, user_id, status, role, by_id, change_id, put_out, joined_at, created_at, updated_at)
                select x'%s', id, 'ACTIVE', 'MEMBER', id, randomblob(16), 0, 1, 1, 1
                from somoim_accounts where created_at = 0
                """.formatted(group.id().toString().replace("-", "")));
    }

    private Set<String> foundSealed(String hex) throws IOException {
        return found(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1), hex);
    }

    /** Files that hold any of these bytes. */
    private Set<String> found(String... needles) throws IOException {
        try (Stream<Path> files = Files.walk(database.file().getParent())) {
            Set<String> holding = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (Stream.of(needles).anyMatch(bytes::contains)) {
                    holding.add(file.getFileName().toString());
                }
            }
            return holding;
        }
    }
}
