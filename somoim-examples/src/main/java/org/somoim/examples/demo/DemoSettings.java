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
record DemoSettings(Path folder, int port, int metricsPort) {
    static final String FOLDER = "somoim.demo.folder";
    static final String PORT = "somoim.demo.port";
    static final String METRICS_PORT = "somoim.demo.metrics-port";

    private static final String PREFIX = "somoim.demo.";
    private static final Set<String> KEYS = Set.of(FOLDER, PORT, METRICS_PORT);
    private static final int MOST = 65_535;

    /** With numbers at any port that is free. */
    DemoSettings(Path folder, int port) {
        this(folder, port, 0);
    }

    /**
     * As given on the command line with {@code -Dkey=value}; otherwise {@code demo-data} where Maven was started, and ports
     * 8080 and 8081.
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
                        "Use " + FOLDER + ", " + PORT + " or " + METRICS_PORT + ".",
                        null);
            }
        }
        String folder = properties.getProperty(FOLDER, "demo-data");
        return new DemoSettings(
                Path.of(folder).toAbsolutePath().normalize(),
                port(PORT, properties.getProperty(PORT, "8080")),
                port(METRICS_PORT, properties.getProperty(METRICS_PORT, "8081")));
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
