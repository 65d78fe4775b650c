package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.personaldata.Holding;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Registry;

/** {@code docs/personal-data-registry.md} and {@code docs/record-of-processing.md}. */
final class PersonalDataTables {
    private PersonalDataTables() {}

    private static Registry registry() {
        return new Community().somoim.personalData().registry();
    }

    static String registryText() {
        return """
                # What is kept about people

                Every table and every column. A column names a person, tells something about the person whom another column
                names, or says nothing about anybody. A test compares this with the database. What it means and what is done with
                it: [personal-data.md](personal-data.md).

                """
                + registry().inventories().stream()
                        .map(PersonalDataTables::section)
                        .collect(joining("\n"));
    }

    private static String section(Inventory inventory) {
        return "## " + inventory.capability() + "\n\n"
                + inventory.holdings().stream().map(PersonalDataTables::table).collect(joining("\n"));
    }

    private static String table(Holding holding) {
        String head = "### somoim_" + column(holding.table()) + "\n\nIt " + sentence(holding.purpose()) + ". Kept "
                + kept(holding) + ".\n\n";
        Map<Word, OnErasure> modes = holding.onErasure();
        return head
                + Table.of(
                        new String[] {"Column", "About", "When they are erased"},
                        holding.columns().stream()
                                .map(column -> row(
                                        "`" + column(column) + "`",
                                        about(holding, column),
                                        modes.containsKey(column) ? inWords(modes.get(column)) : ""))
                                .toList());
    }

    private static String about(Holding holding, Word column) {
        if (holding.people().containsKey(column)) {
            return "names a person";
        }
        Word person = holding.about().get(column);
        return person == null ? "nobody" : "`" + column(person) + "`";
    }

    private static String inWords(OnErasure mode) {
        return switch (mode) {
            case REMOVED -> "the row goes";
            case CHOSEN -> "the row goes or stays, as they wish";
            case EMPTIED -> "emptied";
            case UNNAMED -> "a bare id stays";
        };
    }

    private static String kept(Holding holding) {
        if (holding.terms().isEmpty()) {
            return holding.isPlain() ? "as long as it is of use" : "until they are erased or what it belongs to goes";
        }
        String terms = holding.terms().stream()
                .map(term -> term.kept().equals(Duration.ZERO)
                        ? "no longer once it is " + term.after()
                        : "for " + term.kept().toDays() + " days once it is " + term.after())
                .collect(joining(", "));
        return holding.people().containsValue(OnErasure.REMOVED)
                        || holding.people().containsValue(OnErasure.CHOSEN)
                ? "until they are erased; " + terms
                : terms;
    }

    static String recordText() {
        return """
                # Record of processing

                What the library does with data about people, by what it is for. A host adds who it is, whom to ask, and what it does
                besides; this is the part that article 30 of the GDPR asks for and that the library can know. Nothing is given to
                third parties, and nothing leaves the machine but letters, through the host's own mailer. How each kind is secured:
                [personal-data.md](personal-data.md). Column by column: [personal-data-registry.md](personal-data-registry.md).

                """
                + Arrays.stream(Purpose.values())
                        .map(PersonalDataTables::processing)
                        .filter(text -> !text.isEmpty())
                        .collect(joining("\n"));
    }

    private static String processing(Purpose purpose) {
        List<Holding> holdings = registry().holdings().stream()
                .filter(holding -> holding.purpose() == purpose && !holding.isPlain())
                .toList();
        if (holdings.isEmpty()) {
            return "";
        }
        String head = "## " + name(purpose) + "\n\nIt " + sentence(purpose) + ". Legal basis: "
                + purpose.basis().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".\n\n";
        return head
                + Table.of(
                        new String[] {"What", "Whose", "How long", "When they are erased"},
                        holdings.stream()
                                .map(holding -> row(
                                        holding.about().isEmpty()
                                                ? column(holding.table()) + ": that there is one"
                                                : holding.about().keySet().stream()
                                                        .sorted()
                                                        .map(PersonalDataTables::column)
                                                        .collect(joining(", ", column(holding.table()) + ": ", "")),
                                        holding.people().keySet().stream()
                                                .sorted()
                                                .map(PersonalDataTables::column)
                                                .collect(joining(", ")),
                                        kept(holding),
                                        modes(holding)))
                                .toList());
    }

    private static String modes(Holding holding) {
        Stream<OnErasure> modes = holding.people().values().stream().distinct().sorted();
        return modes.map(PersonalDataTables::inWords).collect(joining("; "));
    }

    private static String sentence(Purpose purpose) {
        return purpose.sentence();
    }

    private static String name(Purpose purpose) {
        return purpose.name().charAt(0) + purpose.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String column(Word word) {
        return word.value().replace('-', '_');
    }
}
