package org.somoim.benchmarks;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Builds a town, measures, and prints how the library compares with plain JDBC. */
public final class Benchmarks {
    private static final String TOWN = "somoim.town";

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        Path folder = Files.createTempDirectory("somoim-town");
        Path town = folder.resolve("town.db");
        System.out.printf(
                "Building a town of %,d people, %,d groups and %,d posts.%n", Town.PEOPLE, Town.GROUPS, Town.POSTS);
        Town.build(town);
        try {
            var options = new OptionsBuilder()
                    .include(CommunityBenchmark.class.getName())
                    .jvmArgsPrepend("-D" + TOWN + "=" + town)
                    .build();
            print(new Runner(options)
                    .run().stream()
                            .collect(toMap(
                                    run -> run.getParams().getBenchmark().replaceFirst(".*\\.", ""),
                                    run -> run.getPrimaryResult().getScore(),
                                    (one, other) -> one,
                                    TreeMap::new)));
        } finally {
            Town.remove(town);
        }
    }

    /** The town that a run copies for itself. */
    static Path town() {
        return Path.of(Objects.requireNonNull(System.getProperty(TOWN), "run Benchmarks, not JMH's own main"));
    }

    private static void print(Map<String, Double> scores) {
        System.out.printf("%n%-20s %12s %12s %8s%n", "calls per second", "library", "plain JDBC", "ratio");
        scores.forEach((name, library) -> {
            if (name.endsWith("Library")) {
                String call = name.replace("Library", "");
                double plain = Objects.requireNonNull(scores.get(call + "Plain"));
                System.out.printf("%-20s %,12.0f %,12.0f %8.2f%n", call, library, plain, library / plain);
            }
        });
    }
}
