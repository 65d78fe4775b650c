package org.somoim.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.sqlite.Sqlite;

/** A host that does nothing, in a JVM of its own, and how much memory that takes. */
public final class Idle {
    private static final double MEGABYTE = 1024.0 * 1024;

    /** For a host that has more to spare of time than of memory: a heap that starts small, and one compiler of the two. */
    static final List<String> SMALL = List.of("-Xms8m", "-XX:TieredStopAtLevel=1");

    private static final long MOST_HEAP = 64L * 1024 * 1024;

    /** A heap as small as that is put right below here. */
    private static final long END_OF_HEAP = 4L * 1024 * 1024 * 1024;

    private Idle() {}

    /**
     * What a process takes, in megabytes.
     *
     * @param resident as Linux counts, all together
     * @param heap resident of the heap, used or not
     * @param live of the heap, after it was cleared of what nobody holds
     * @param metaspace what is known of classes
     * @param code compiled
     */
    record Memory(double resident, double heap, double live, double metaspace, double code) {
        Memory beyond(Memory other) {
            return new Memory(
                    resident - other.resident,
                    heap - other.heap,
                    live - other.live,
                    metaspace - other.metaspace,
                    code - other.code);
        }

        /** SQLite, the compilers' workspace, threads, and the JVM's names of things. */
        double rest() {
            return resident - heap - metaspace - code;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "heap %.0f MB, of which in use %.0f MB; metaspace %.0f MB; code %.0f MB; native %.0f MB",
                    heap,
                    live,
                    metaspace,
                    code,
                    rest());
        }
    }

    /** @param arguments the database, or none for a host without a library */
    public static void main(String[] arguments) throws IOException {
        try (AutoCloseable open = arguments.length == 0 ? () -> {} : Sqlite.open(Path.of(arguments[0]))) {
            System.gc();
            System.out.println("idle "
                    + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " " + committed("Metaspace")
                    + " " + committed("Code"));
            System.in.read();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static long committed(String pools) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().startsWith(pools))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getCommitted())
                .sum();
    }

    /** @param settings of the JVM besides those that all have */
    static Memory memory(@Nullable Path file, List<String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx" + MOST_HEAP, "-XX:+UseSerialGC"));
        command.addAll(settings);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Idle.class.getName()));
        if (file != null) {
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("idle ")) {
                    return memory(line.split(" "), Path.of("/proc", "" + process.pid(), "smaps"));
                }
            }
            throw new IOException("the idle host ended");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** @param told by the process of itself */
    private static Memory memory(String[] told, Path smaps) throws IOException {
        double resident = 0;
        double heap = 0;
        boolean isHeap = false;
        for (String line : Files.readAllLines(smaps)) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                long begin = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16);
                isHeap = begin >= END_OF_HEAP - MOST_HEAP && begin < END_OF_HEAP;
            } else if (line.startsWith("Rss:")) {
                double size = Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / MEGABYTE;
                resident += size;
                heap += isHeap ? size : 0;
            }
        }
        return new Memory(
                resident,
                heap,
                Long.parseLong(told[1]) / MEGABYTE,
                Long.parseLong(told[2]) / MEGABYTE,
                Long.parseLong(told[3]) / MEGABYTE);
    }
}
