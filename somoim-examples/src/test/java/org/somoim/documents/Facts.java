package org.somoim.documents;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.somoim.kernel.Fact;

/** {@code docs/facts.md}. */
final class Facts {
    private static final String[] HEAD = {"Fact", "Holds"};

    private Facts() {}

    static String text() {
        return """
                # What can happen

                Facts are announced in the transaction that makes them true, and heard after its commit. Names are stable. Facts
                hold ids, enums, numbers and truth, never text.

                """
                + Types.of(Fact.class).stream()
                        .filter(Class::isSealed)
                        .map(Facts::table)
                        .collect(joining("\n"));
    }

    // The compiler lists a family's members in the order in which it met them, which differs between machines.
    private static String table(Class<?> family) {
        return "## " + Types.capability(family) + "\n\n"
                + Table.of(
                        HEAD,
                        Stream.of(family.getPermittedSubclasses())
                                .sorted(comparing(Fact::nameOf))
                                .map(fact -> row("`" + Fact.nameOf(fact) + "`", components(fact)))
                                .toList());
    }

    private static String components(Class<?> fact) {
        return Stream.of(fact.getRecordComponents()).map(Facts::component).collect(joining(", "));
    }

    private static String component(RecordComponent component) {
        String type = component.getGenericType().getTypeName().replaceAll("[a-z]\\w*\\.|\\w+\\$", "");
        return "`" + component.getName() + "` " + type.replace("<", "&lt;").replace(">", "&gt;");
    }
}
