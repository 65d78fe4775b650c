package org.somoim.examples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.somoim.Somoim;
import org.somoim.accounts.ImportedAccount;
import org.somoim.comparison.Figures;
import org.somoim.imports.Progress;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.privacy.CohortSchema;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Hierarchy;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Split;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;

/**
 * Those with whom people of the demo can compare themselves: {@value #MANY} who take part and do nothing else. Drawn from real
 * households of a survey where its file is at hand, and otherwise made up to look like them. Nobody can log in as one.
 */
final class Neighbours {
    static final int MANY = 1_500;

    /** Age by thirds, then income by thirds; two figures. */
    static final PrivacyPlan PLAN = PrivacyPlan.of(
                    "town",
                    new Label("우리 동네", "Our town"),
                    new CohortSchema(
                            List.of(Hierarchies.age(), Hierarchies.income(Currency.getInstance("KRW"))),
                            List.of(new Split(0, 2), new Split(1, 1))),
                    List.of(Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME))
            .build();

    private static final Actor HOST = Actor.host("town");
    /** Before there were comparisons, so that they count in the first. */
    private static final Duration SINCE = Duration.ofDays(400);
    /** What goes as far as a dollar. */
    private static final long WON = 1_000;

    private Neighbours() {}

    /** A household: age of its head, yearly income in dollars, months its money lasts, years of income it owes. */
    private record Household(int age, long income, double months, double debt, double weight) {

        Figures figures() {
            long won = income * WON;
            return Figures.NONE
                    .in("age", leaf(Hierarchies.age(), Hierarchies.ageLeaf(Math.max(20, age))))
                    .in("income-krw", leaf(PLAN.schema().dimensions().get(1), incomeLeaf(won)))
                    .with("emergency-fund", months)
                    .with("debt-to-income", debt);
        }

        private static int incomeLeaf(long won) {
            return Hierarchies.incomeLeaf(Currency.getInstance("KRW"), won);
        }

        private static String leaf(Hierarchy of, int leaf) {
            return of.levels().get(0).bands().get(leaf).key();
        }
    }

    /** Lets them move in, has one of the logins take part too, and begins the epoch. Inside the change that settles the town. */
    static void settle(Somoim somoim, Instant now, long seed) {
        List<Household> households = drawn(new Random(seed));
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < households.size(); number++) {
            var account = new ImportedAccount(
                    ImportedAccount.ref("neighbour-" + number),
                    address(number),
                    null,
                    Line.of("Neighbour " + number),
                    now.minus(SINCE));
            rows.add(() -> account);
        }
        somoim.imports().bring(HOST, new Word("neighbours"), rows.iterator(), Progress.unheard());
        for (int number = 0; number < households.size(); number++) {
            Id<User> person = somoim.accounts().holderOf(address(number)).orElseThrow();
            takePart(somoim, new Actor.Person(person), households.get(number));
        }
        Id<User> member = somoim.accounts().holderOf(Login.MEMBER.email()).orElseThrow();
        takePart(somoim, new Actor.Person(member), new Household(37, 52_000, 3.5, 0.8, 1));
        somoim.epochs().begin(HOST);
    }

    private static Email address(int number) {
        return Email.of("neighbour-" + number + "@example.org");
    }

    private static void takePart(Somoim somoim, Actor.Person person, Household household) {
        somoim.profiles().changeSettings(person, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
        somoim.comparisons().contribute(person, household.figures());
    }

    private static List<Household> drawn(Random random) {
        Path survey = Path.of(System.getProperty("somoim.data", "../shared/data"))
                .resolve(Path.of("household", "scf_2019_households.csv"));
        List<Household> all = Files.isReadable(survey) ? read(survey) : List.of();
        List<Household> drawn = new ArrayList<>();
        double[] up = new double[all.size()];
        double sum = 0;
        for (int i = 0; i < up.length; i++) {
            sum += all.get(i).weight();
            up[i] = sum;
        }
        for (int i = 0; i < MANY; i++) {
            if (all.isEmpty()) {
                drawn.add(invented(random));
            } else {
                int at = Arrays.binarySearch(up, random.nextDouble() * sum);
                drawn.add(all.get(Math.min(all.size() - 1, at < 0 ? -at - 1 : at)));
            }
        }
        return drawn;
    }

    /** As skewed as real ones: a quarter has hardly anything put by, a quarter owes nothing. */
    private static Household invented(Random random) {
        int age = 20 + random.nextInt(66);
        long income = (long) (Math.exp(10.9 + 0.8 * random.nextGaussian()));
        double months = random.nextInt(8) == 0 ? 0 : Math.exp(0.4 + 1.5 * random.nextGaussian() + (age - 50) / 40.0);
        double debt = random.nextInt(4) == 0 ? 0 : Math.exp(-0.4 + random.nextGaussian() - (age - 45) / 40.0);
        return new Household(age, income, months, debt, 1);
    }

    private static List<Household> read(Path survey) {
        try {
            List<String> lines = Files.readAllLines(survey, StandardCharsets.UTF_8);
            List<String> header = List.of(lines.get(0).split(","));
            return lines.stream()
                    .skip(1)
                    .map(line -> household(header, line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Household household(List<String> header, String[] cells) {
        return new Household(
                (int) number(header, cells, "age"),
                (long) number(header, cells, "income"),
                number(header, cells, "emergency_months"),
                number(header, cells, "debt2inc"),
                number(header, cells, "wgt"));
    }

    private static double number(List<String> header, String[] cells, String column) {
        return Double.parseDouble(cells[header.indexOf(column)]);
    }
}
