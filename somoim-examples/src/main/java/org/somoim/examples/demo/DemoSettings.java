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
 */
record DemoSettings(Path folder, int port) {
    static final String FOLDER = "somoim.demo.folder";
    static final String PORT = "somoim.demo.port";

    private static final String PREFIX = "somoim.demo.";
    private static final Set<String> KEYS = Set.of(FOLDER, PORT);
    private static final int MOST = 65_535;

    /**
     * As given on the command line with {@code -Dkey=value}; otherwise {@code demo-data} where Maven was started, and port
     * 8080.
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
                        "Use " + FOLDER + " or " + PORT + ".",
                        null);
            }
        }
        String folder = properties.getProperty(FOLDER, "demo-data");
        return new DemoSettings(
                Path.of(folder).toAbsolutePath().normalize(), port(properties.getProperty(PORT, "8080")));
    }

    private static int port(String value) {
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : -1;
        if (port < 0 || port > MOST) {
            throw new StartFailure(
                    "The port is " + value + ".",
                    "-D" + PORT,
                    "The server has to listen somewhere.",
                    "Choose 1 to " + MOST + ", or 0 for any that is free.",
                    null);
        }
        return port;
    }
}
