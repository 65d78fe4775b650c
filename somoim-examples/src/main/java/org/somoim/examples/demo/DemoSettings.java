package org.somoim.examples.demo;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.somoim.kernel.StartFailure;

/**
 * Where the demo keeps its data and where it listens.
 *
 * @param port 0 for any that is free
 * @param metricsPort likewise
 */
record DemoSettings(Path folder, int port, int metricsPort, boolean bot) {
    static final String FOLDER = "somoim.demo.folder";
    static final String PORT = "somoim.demo.port";
    static final String METRICS_PORT = "somoim.demo.metrics-port";
    static final String BOT = "somoim.demo.bot";

    private static final String PREFIX = "somoim.demo.";
    private static final Set<String> KEYS = Set.of(FOLDER, PORT, METRICS_PORT, BOT);
    private static final int MOST = 65_535;

    /** With numbers at any port that is free, and nobody who talks by themselves. */
    DemoSettings(Path folder, int port) {
        this(folder, port, 0, false);
    }

    /**
     * As given on the command line with {@code -Dkey=value}; otherwise {@code demo-data} where Maven was started, and ports
     * 8080 and 8081; somebody says a line in a chat now and then.
     *
     * @throws StartFailure for a key that there is not, or a port that cannot be one
     */
    static DemoSettings of(Properties properties) {
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.startsWith(PREFIX) && !KEYS.contains(key)) {
                throw new StartFailure(
                        "There is no setting " + key + ".",
                        "-D" + key,
                        "A slip of the pen would otherwise be without effect and without notice.",
                        "Use " + FOLDER + ", " + PORT + ", " + METRICS_PORT + " or " + BOT + ".",
                        null);
            }
        }
        String folder = properties.getProperty(FOLDER, "demo-data");
        return new DemoSettings(
                Path.of(folder).toAbsolutePath().normalize(),
                port(PORT, properties.getProperty(PORT, "8080")),
                port(METRICS_PORT, properties.getProperty(METRICS_PORT, "8081")),
                flag(properties.getProperty(BOT, "true")));
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new StartFailure(
                    "Whether somebody talks by themselves is " + value + ".",
                    "-D" + BOT + "=" + value,
                    "It is so or it is not.",
                    "Choose true or false.",
                    null);
        }
        return value.equals("true");
    }

    private static int port(String key, String value) {
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : -1;
        if (port < 0 || port > MOST) {
            throw new StartFailure(
                    "The port is " + value + ".",
                    "-D" + key,
                    "The server has to listen somewhere.",
                    "Choose 1 to " + MOST + ", or 0 for any that is free.",
                    null);
        }
        return port;
    }
}
