package org.somoim.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Real households of a public survey, drawn by their weights. */
final class Households {
    static final Currency DOLLARS = Currency.getInstance("USD");

    /** A host's own: what goes into debts each month, in percent of income. */
    static final Metric DEBT_PAYMENTS = new Metric(
            "debt-payments",
            Label.of("Debt payments"),
            Label.of("% of income"),
            Bins.of(0, 1, 2, 3.5, 5, 7, 9, 11, 13.5, 16, 19, 22, 26, 32, 45, 100),
            Metric.Direction.LOWER_IS_BETTER,
            1,
            Set.of(0));

    static final List<Metric> METRICS = List.of(Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME, DEBT_PAYMENTS);

    private static final Path FILE =
            Path.of(System.getProperty("somoim.data", "data"), "household", "scf_2019_households.csv");

    private final List<Person> people;
    private final double[] upTo;

    /** @param values one for each of {@link #METRICS} */
    record Person(int[] leaves, double[] values) {
        Place place() {
            return Place.of(leaves);
        }
    }

    private Households(List<Person> people, double[] upTo) {
        this.people = people;
        this.upTo = upTo;
    }

    static boolean areThere() {
        return Files.isRegularFile(FILE);
    }

    static String whereTheyWouldBe() {
        return "There is no " + FILE + "; say -Dsomoim.data=FOLDER to measure usefulness on real households.";
    }

    static Households read() {
        try {
            List<String> lines = Files.readAllLines(FILE);
            List<String> head = Arrays.asList(lines.get(0).split(","));
            List<Person> people = new ArrayList<>();
            var upTo = new double[lines.size() - 1];
            double sum = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                sum += number(cells, head, "wgt");
                upTo[people.size()] = sum;
                people.add(new Person(
                        new int[] {
                            Hierarchies.ageLeaf((int) number(cells, head, "age")),
                            Hierarchies.incomeLeaf(DOLLARS, (long) number(cells, head, "income"))
                        },
                        new double[] {
                            number(cells, head, "emergency_months"),
                            number(cells, head, "debt2inc"),
                            100 * number(cells, head, "pirtotal")
                        }));
            }
            return new Households(people, upTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CohortSchema schema(Split... order) {
        return new CohortSchema(List.of(Hierarchies.age(), Hierarchies.income(DOLLARS)), List.of(order));
    }

    List<Person> draw(int count, RandomGenerator random) {
        List<Person> drawn = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            drawn.add(people.get(Math.min(people.size() - 1, found < 0 ? -found - 1 : found + 1)));
        }
        return drawn;
    }

    private static double number(String[] cells, List<String> head, String column) {
        String cell = cells[head.indexOf(column)];
        return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }
}
