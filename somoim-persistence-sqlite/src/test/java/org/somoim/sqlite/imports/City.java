package org.somoim.sqlite.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.somoim.access.Visibility;
import org.somoim.accounts.ImportedAccount;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.imports.Row;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * Who belonged to which group in one city, without names. Some of the groups are made private or secret by their category,
 * which the source does not tell. Whoever came most often owns the group.
 */
final class City {
    private static final Instant LONG_AGO = Instant.parse("2017-10-29T00:00:00Z");
    private static final String NOBODY_CAME = "0";

    private final Map<String, String> categories = new TreeMap<>();
    private final TreeSet<String> people = new TreeSet<>();
    /** By group: who belonged, and how often they came. */
    private final Map<String, Map<String, Integer>> memberships = new TreeMap<>();

    /** @param folder with tables of groups and of memberships, tabs between their columns */
    City(Path folder) {
        for (String[] row : rows(folder.resolve("meetup-groups.tsv"))) {
            categories.put(row[0], row[1]);
            memberships.put(row[0], new TreeMap<>());
        }
        for (String part : List.of("train", "dev")) {
            for (String[] row : rows(folder.resolve("meetup-memberships." + part + ".tsv"))) {
                people.add(row[0]);
                memberships
                        .computeIfAbsent(row[1], group -> new TreeMap<>())
                        .merge(row[0], Integer.parseInt(row[2]), Integer::sum);
            }
        }
        people.add(NOBODY_CAME);
    }

    private static List<String[]> rows(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.skip(1).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int people() {
        return people.size();
    }

    int groups() {
        return categories.size();
    }

    /** Owners of groups to which nobody is known to have come included. */
    int memberships() {
        return memberships.values().stream()
                .mapToInt(those -> Math.max(1, those.size()))
                .sum();
    }

    /** By the number in the source. */
    Map<String, Integer> membersOfEach() {
        Map<String, Integer> all = new HashMap<>();
        memberships.forEach((group, those) -> all.put(group, Math.max(1, those.size())));
        return all;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        people.forEach(person -> rows.add(() -> new ImportedAccount(
                ImportedAccount.ref(person),
                Email.of("person-" + person + "@city.example.org"),
                null,
                Line.of("Person " + person),
                LONG_AGO)));
        memberships.keySet().forEach(group -> rows.add(() -> group(group)));
        memberships.forEach((group, those) -> those.keySet().stream()
                .filter(person -> !person.equals(owner(group)))
                .forEach(person -> rows.add(() -> new ImportedMembership(
                        ImportedGroup.ref(group), ImportedAccount.ref(person), Role.MEMBER, LONG_AGO))));
        return rows;
    }

    private ImportedGroup group(String group) {
        String category = categories.getOrDefault(group, "None");
        Terms terms = Terms.of(Group.Kind.SOCIAL, Line.of("Group " + group));
        Terms seen =
                switch (category) {
                    case "Support", "Singles", "LGBT" ->
                        terms.seen(Visibility.SECRET).joined(Group.JoinPolicy.INVITE);
                    case "Health & Wellbeing", "Religion & Beliefs", "Movements & Politics" ->
                        terms.seen(Visibility.PRIVATE).joined(Group.JoinPolicy.REQUEST);
                    default -> terms;
                };
        return new ImportedGroup(
                ImportedGroup.ref(group), ImportedAccount.ref(owner(group)), NewGroup.social(seen), LONG_AGO);
    }

    private String owner(String group) {
        return memberships.getOrDefault(group, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(NOBODY_CAME);
    }
}
