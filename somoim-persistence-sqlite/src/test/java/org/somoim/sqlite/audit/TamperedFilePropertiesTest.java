package org.somoim.sqlite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.somoim.Covers;
import org.somoim.audit.Verification;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

/** Whoever writes to the file past the library, in whatever column, is found. */
@Covers("FUT-14")
class TamperedFilePropertiesTest {
    private static final Actor HOST = Actor.host("test");
    private static final int ENTRIES = 12;

    private static final List<String> COLUMNS =
            List.of("number", "who", "who_user_id", "deed", "user_id", "thing_id", "previous", "hash", "created_at");

    /** A file with a chain, and everything that stands in the way taken out of it. */
    private static void inATown(Consumer<OpenDatabase> then) {
        var database = new OpenDatabase();
        try {
            database.open();
            try {
                then.accept(database);
            } finally {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Community lived(OpenDatabase database) {
        Community town = database.community();
        Actor.Person owner = town.person();
        var group = town.openGroup(owner);
        for (int i = 0; i < ENTRIES / 3; i++) {
            town.admin();
            town.banned(group);
            town.somoim.accounts().suspend(HOST, town.person().id());
        }
        assertThat(town.somoim.audit().verify(HOST).isIntact()).isTrue();
        for (String trigger : database.ask("select name from sqlite_schema where type = 'trigger'")) {
            database.execute("drop trigger " + trigger);
        }
        return town;
    }

    /** A new library on the same file, which has found nothing intact before. */
    private static Verification verified(OpenDatabase database) {
        return database.community().somoim.audit().verify(HOST);
    }

    @Property(tries = 25)
    void oneByteOfAnyColumnIsFound(@ForAll long seed) {
        var chance = new Random(seed);
        inATown(database -> {
            lived(database);
            for (String column : COLUMNS) {
                int number = 1 + chance.nextInt(ENTRIES);
                database.execute("create table kept as select * from somoim_audit_entries");
                database.execute(
                        "pragma ignore_check_constraints = on",
                        "update somoim_audit_entries set " + column + " = " + altered(column, chance)
                                + " where number = " + number);
                assertThat(verified(database).broken())
                        .as("%s of %d", column, number)
                        .isNotNull();
                database.execute(
                        "delete from somoim_audit_entries",
                        "insert into somoim_audit_entries select * from kept",
                        "drop table kept");
                assertThat(verified(database).isIntact()).isTrue();
            }
        });
    }

    /** What the column holds with one byte of it changed, added or taken away, or something where there was nothing. */
    private static String altered(String column, Random chance) {
        if (column.equals("number")) {
            return "number + " + (1_000 + chance.nextInt(1_000));
        }
        if (column.equals("created_at")) {
            return "created_at " + (chance.nextBoolean() ? "+ 1" : "- 1");
        }
        boolean isBlob = column.endsWith("_id");
        String text = isBlob ? "cast(%s as blob)" : "cast(%s as text)";
        int place = 1 + chance.nextInt(3);
        String other =
                switch (chance.nextInt(3)) {
                    case 0 ->
                        "substr(hex(@), 1, " + (2 * place - 2) + ") || 'ff' || substr(hex(@), " + (2 * place + 1) + ")";
                    case 1 -> "hex(@) || '00'";
                    default -> "substr(hex(@), 3)";
                };
        String changed = text.formatted("unhex(" + other.replace("@", column) + ")");
        return isBlob ? "coalesce(nullif(" + changed + ", x''), x'01')" : changed;
    }

    @Property(tries = 10)
    void whatIsGoneOrCutOffOrOfAnotherHeadIsFound(@ForAll long seed) {
        var chance = new Random(seed);
        int number = 1 + chance.nextInt(ENTRIES);
        List<String> changes = List.of(
                "delete from somoim_audit_entries where number = " + number,
                "delete from somoim_audit_entries where number >= " + number,
                "delete from somoim_audit_entries",
                "delete from somoim_audit_head",
                "update somoim_audit_head set entries = entries - 1",
                "update somoim_audit_head set hash = seal",
                "update somoim_audit_head set seal = hash || x'00'");
        inATown(database -> {
            lived(database);
            database.execute(
                    "create table kept as select * from somoim_audit_entries",
                    "create table kept_head as select * from somoim_audit_head");
            for (String change : changes) {
                database.execute("pragma ignore_check_constraints = on", change);
                assertThat(verified(database).broken()).as(change).isNotNull();
                database.execute(
                        "delete from somoim_audit_entries",
                        "insert into somoim_audit_entries select * from kept",
                        "delete from somoim_audit_head",
                        "insert into somoim_audit_head select * from kept_head");
                assertThat(verified(database).isIntact()).isTrue();
            }
        });
    }

    /** Taking back everything since a copy was made, head and all: only whoever remembers notices. */
    @Property(tries = 3)
    void aFileThatWasTakenBackIsFoundByTheProcessThatRunsAndByWhatWasNoted(@ForAll long seed) {
        inATown(database -> {
            Community town = lived(database);
            database.execute(
                    "create table kept as select * from somoim_audit_entries",
                    "create table kept_head as select * from somoim_audit_head");
            town.admin();
            var noted = town.somoim.audit().head(HOST);
            assertThat(town.somoim.audit().verify(HOST).isIntact()).isTrue();
            database.execute(
                    "delete from somoim_audit_entries",
                    "insert into somoim_audit_entries select * from kept",
                    "delete from somoim_audit_head",
                    "insert into somoim_audit_head select * from kept_head");

            assertThat(verified(database).isIntact()).isTrue();
            assertThat(town.somoim.audit().verify(HOST).broken())
                    .isEqualTo(new Verification.Break(ENTRIES + 1, Verification.Flaw.CUT_OFF));
            assertThat(database.community().somoim.audit().verify(HOST, noted).broken())
                    .isEqualTo(new Verification.Break(ENTRIES + 1, Verification.Flaw.CUT_OFF));
        });
    }
}
