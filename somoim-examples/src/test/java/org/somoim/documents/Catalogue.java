package org.somoim.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.architecture.Sources;

/** What the product must do, set against the tests that name it; {@code docs/coverage.md}. */
final class Catalogue {
    private static final Pattern AREA = Pattern.compile("## ([A-Z]{3}): (.+)");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]{3}-\\d+|X\\d+) \\| (.+) \\| ([MST]) \\|");
    private static final Pattern COVERS = Pattern.compile("@Covers\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");

    private Catalogue() {}

    /**
     * A requirement.
     *
     * @param priority M, S or T
     */
    record Requirement(String id, String area, String text, String priority) {
        boolean isMust() {
            return priority.equals("M");
        }
    }

    /** In the order of {@code docs/requirements.md}. */
    static List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        String area = "";
        for (String line :
                Sources.text(Sources.file("docs/requirements.md")).lines().toList()) {
            Matcher heading = AREA.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                area = heading.group(1) + ": " + heading.group(2);
            } else if (row.matches()) {
                requirements.add(new Requirement(row.group(1), area, row.group(2), row.group(3)));
            }
        }
        return requirements;
    }

    /** By id: the test classes that name it, and how often. */
    static SortedMap<String, SortedMap<String, Integer>> proofs() {
        SortedMap<String, SortedMap<String, Integer>> proofs = new TreeMap<>();
        for (Path file : Sources.tests()) {
            String test = file.getFileName().toString().replace(".java", "");
            for (Matcher covers = COVERS.matcher(code(file)); covers.find(); ) {
                for (Matcher id = ID.matcher(covers.group(1)); id.find(); ) {
                    proofs.computeIfAbsent(id.group(1), key -> new TreeMap<>()).merge(test, 1, Integer::sum);
                }
            }
        }
        return proofs;
    }

    /** The annotation's own Javadoc names ids as well. */
    private static String code(Path file) {
        return Sources.text(file).replaceAll("(?s)/\\*.*?\\*/", "");
    }

    static String coverage() {
        Map<String, SortedMap<String, Integer>> proofs = proofs();
        Map<String, List<Requirement>> areas =
                requirements().stream().collect(groupingBy(Requirement::area, LinkedHashMap::new, toList()));
        return """
                # Requirements against tests

                Which test classes prove which requirement, and with how many tests each. Ids lead to the
                [requirements](requirements.md).

                """
                + areas.entrySet().stream()
                        .map(area -> "## " + area.getKey() + "\n\n"
                                + Table.of(
                                        new String[] {"ID", "Priority", "Proved by"},
                                        area.getValue().stream()
                                                .map(row -> Table.row(
                                                        row.id(),
                                                        row.priority(),
                                                        tests(proofs.getOrDefault(row.id(), new TreeMap<>()))))
                                                .toList()))
                        .collect(joining("\n"));
    }

    private static String tests(SortedMap<String, Integer> tests) {
        return tests.entrySet().stream()
                .map(test -> test.getKey() + (test.getValue() > 1 ? " (" + test.getValue() + ")" : ""))
                .collect(joining(", "));
    }
}
