package org.somoim.sqlite.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.personaldata.Holding;
import org.somoim.personaldata.Registry;
import org.somoim.sqlite.OpenDatabase;

/** Every column of every table is accounted for: it tells something about a person, and there is a plan, or it does not. */
class RegistryTest {
    /** The one table that is not the library's own; nobody of the community is in it. */
    private static final String MIGRATIONS = "somoim_schema_history";

    /** What a column is called that holds the id of a person. */
    private static final String NAMES_A_PERSON = "(.*_)?(user_id|by|by_id|page_of|(author|owner|blocker|blocked|actor|"
            + "account|person|reader|sender|recipient|member|subject_user)_id)";

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private static Registry registry() {
        return new Community().somoim.personalData().registry();
    }

    @Test
    @Covers({"PRF-15", "DAT-5"})
    void everyColumnOfEveryTableIsDeclared() {
        assertThat(declared()).isEqualTo(columns());
    }

    /** What leads to an account leads to a person, whoever added the column. */
    @Test
    @Covers("DAT-5")
    void everyColumnThatNamesAPersonSaysWhatBecomesOfIt() {
        assertThat(withoutPlan()).isEmpty();
    }

    @Test
    void aTableThatNobodyDeclaredIsNoticed() {
        database.execute(
                "create table somoim_letters (id blob, body text) strict",
                "alter table somoim_blocks add column invited_by blob");

        assertThat(columns())
                .containsKey("somoim_letters")
                .hasEntrySatisfying(
                        "somoim_blocks", columns -> assertThat(columns).contains("invited_by"))
                .isNotEqualTo(declared());
        assertThat(withoutPlan()).containsExactly("somoim_blocks.invited_by");
    }

    /** Declared as if it were nobody's. */
    @Test
    void aForeignKeyToAnAccountIsNoticedWhateverItIsCalled() {
        database.execute("create table somoim_letters (id blob, hand blob references somoim_accounts (id)) strict");

        assertThat(withoutPlan()).containsExactly("somoim_letters.hand");
    }

    private Map<String, Set<String>> declared() {
        return registry().holdings().stream()
                .collect(Collectors.toMap(
                        holding -> "somoim_" + column(holding.table()),
                        holding -> holding.columns().stream()
                                .map(RegistryTest::column)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private Map<String, Set<String>> columns() {
        return database.ask("""
                        select t.name || '.' || c.name
                        from sqlite_schema t, pragma_table_xinfo(t.name) c
                        where t.type = 'table' and t.name like 'somoim\\_%' escape '\\'
                        """).stream()
                .filter(column -> !column.startsWith(MIGRATIONS))
                .map(column -> column.split("\\."))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        TreeMap::new,
                        Collectors.mapping(parts -> parts[1], Collectors.toCollection(TreeSet::new))));
    }

    private List<String> withoutPlan() {
        Set<String> planned =
                registry().holdings().stream().flatMap(RegistryTest::people).collect(Collectors.toSet());
        var naming = new TreeSet<>(database.ask("""
                select t.name || '.' || k."from"
                from sqlite_schema t, pragma_foreign_key_list(t.name) k
                where t.type = 'table' and k."table" in ('somoim_accounts', 'somoim_profiles')
                """));
        columns().forEach((table, columns) -> columns.stream()
                .filter(column -> column.matches(NAMES_A_PERSON))
                .forEach(column -> naming.add(table + "." + column)));
        naming.removeAll(planned);
        return List.copyOf(naming);
    }

    private static Stream<String> people(Holding holding) {
        return holding.people().keySet().stream()
                .map(person -> "somoim_" + column(holding.table()) + "." + column(person));
    }

    private static String column(Word word) {
        return word.value().replace('-', '_');
    }
}
