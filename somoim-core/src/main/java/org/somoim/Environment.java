package org.somoim;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.somoim.kernel.StartFailure;

/** Reads settings from names and values. */
final class Environment {
    /** What a database or cache server would need. Bare, these names may be meant for another part of the host's program. */
    private static final Set<String> OF_SERVERS = Set.of(
            "REDIS_URL", "DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME", "DATABASE_USER", "DATABASE_PASSWORD");

    private static final Set<String> OURS =
            Arrays.stream(Setting.values()).map(Setting::name).collect(toUnmodifiableSet());

    private static final Pattern SQLITE = Pattern.compile("(?:jdbc:)?sqlite:(?!//)");
    /** Two letters at least: {@code C:\somoim.db} is a path. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    /** In letters. So much of a name's beginning tells which was meant. */
    private static final int LEAST_OF_A_NAME = 5;

    private final Map<String, String> values;

    Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Settings settings() {
        values.keySet().stream()
                .filter(key -> key.startsWith(Setting.PREFIX))
                .sorted()
                .forEach(Environment::checkName);
        return Settings.builder(database())
                .minCohortSize(whole(Setting.MIN_COHORT_SIZE))
                .epsilon(number(Setting.DIFFERENTIAL_PRIVACY_EPSILON))
                .noiseLevel(number(Setting.ANONYMIZATION_NOISE_LEVEL))
                .autoModeration(truth(Setting.ENABLE_AUTO_MODERATION))
                .confidenceThreshold(number(Setting.MODERATION_CONFIDENCE_THRESHOLD))
                .reviewQueueSize(whole(Setting.HUMAN_REVIEW_QUEUE_SIZE))
                .cacheTtl(seconds(Setting.CACHE_DEFAULT_TTL))
                .maxFeedItems(whole(Setting.MAX_FEED_ITEMS_PER_PAGE))
                .queryTimeout(seconds(Setting.QUERY_TIMEOUT_SECONDS))
                .passwordCost(whole(Setting.PASSWORD_COST))
                .tokenLifetime(seconds(Setting.TOKEN_LIFETIME_SECONDS))
                .sharedCommits(truth(Setting.SHARE_COMMITS))
                .build();
    }

    private static void checkName(String key) {
        String name = key.substring(Setting.PREFIX.length());
        if (OF_SERVERS.contains(name)) {
            throw new StartFailure(
                    key + " is set, but there is no server to reach.",
                    key,
                    "Somoim keeps everything in one file and caches in its own process; whoever set this expects something"
                            + " else.",
                    "Remove " + key + ". Where the file is, " + Setting.DATABASE_URL + " says.",
                    null);
        }
        if (!OURS.contains(name)) {
            throw new StartFailure(
                    key + " is not a setting of Somoim.",
                    key,
                    "A setting with a slip of the pen in its name would be without effect and without notice.",
                    nearest(name)
                            .map(known -> "Did you mean " + Setting.PREFIX + known + "?")
                            .orElse("Remove it. All settings are in docs/configuration.md."),
                    null);
        }
    }

    private Path database() {
        String key = key(Setting.DATABASE_URL);
        String url = values.get(key);
        if (url == null) {
            throw new StartFailure(
                    "DATABASE_URL is missing.",
                    key,
                    Setting.DATABASE_URL.meaning()
                            + " A preset place would end up where nobody looks for it, or makes backups of.",
                    "Set DATABASE_URL=sqlite:/var/lib/somoim/community.db, or any other path. Host, port, name, user and"
                            + " password are not needed: there is no server.",
                    null);
        }
        String path = SQLITE.matcher(url).replaceFirst("");
        if (url.startsWith("postgres") || url.startsWith("jdbc:postgres")) {
            throw new StartFailure(
                    key + " names a PostgreSQL server.",
                    key,
                    "Somoim keeps a community in one SQLite file. Nothing would be found on that server, nor kept there.",
                    "Set " + Setting.PREFIX
                            + "DATABASE_URL=sqlite:/var/lib/somoim/community.db, or any other path. It takes"
                            + " precedence; DATABASE_URL can stay as it is for other parts of the program.",
                    null);
        }
        // Not shown: a URL may hold a password.
        if (path.isBlank()
                || path.equals(":memory:")
                || path.indexOf('?') >= 0
                || SCHEME.matcher(path).matches()) {
            throw Setting.DATABASE_URL.wrong(key, null);
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw Setting.DATABASE_URL.wrong(key, null);
        }
    }

    private int whole(Setting setting) {
        return number(setting).intValueExact();
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting).longValueExact());
    }

    private BigDecimal number(Setting setting) {
        String key = key(setting);
        return setting.number(key, valueOf(setting, key));
    }

    private boolean truth(Setting setting) {
        String key = key(setting);
        return setting.truth(key, valueOf(setting, key));
    }

    private String valueOf(Setting setting, String key) {
        return values.getOrDefault(key, setting.preset());
    }

    private String key(Setting setting) {
        String prefixed = Setting.PREFIX + setting;
        return values.containsKey(prefixed) ? prefixed : setting.name();
    }

    /** What was probably meant. Empty if nothing of ours comes near. */
    private static Optional<String> nearest(String name) {
        return OURS.stream()
                .filter(known -> distance(known, name) <= known.length() / 3
                        || name.length() >= LEAST_OF_A_NAME && known.startsWith(name))
                .min(Comparator.<String>comparingInt(known -> distance(known, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's: how many letters must be put in, taken out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
