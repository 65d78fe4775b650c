package org.somoim;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StartFailure;

/**
 * Everything that can be set, with what is allowed and why. The constant's name is the name in the environment, where it
 * may carry the prefix {@value #PREFIX}.
 */
public enum Setting {
    DATABASE_URL(
            "database", "sqlite:PATH, jdbc:sqlite:PATH or just a PATH", "The file that holds the whole community."),
    MIN_COHORT_SIZE(
            "minCohortSize",
            Form.WHOLE,
            "10",
            "10",
            "10000",
            "Least number of other people that must stand behind any published number. With fewer, a number about many is a"
                    + " number about someone."),
    DIFFERENTIAL_PRIVACY_EPSILON(
            "epsilon",
            Form.DECIMAL,
            "1.0",
            "0.05",
            "10",
            "Privacy loss allowed per person and period over everything published, in nats. Below 0.05 noise drowns every"
                    + " answer, above 10 it protects nobody."),
    ANONYMIZATION_NOISE_LEVEL(
            "noiseLevel",
            Form.DECIMAL,
            "0.1",
            "0",
            "1",
            "Relative width of the ranges in which exact values are shown. Gives no guarantee of its own; the guarantee is"
                    + " DIFFERENTIAL_PRIVACY_EPSILON."),
    ENABLE_AUTO_MODERATION(
            "autoModeration",
            Form.TRUTH,
            "true",
            "",
            "",
            "Whether what people write is looked over by machine before people look at it."),
    MODERATION_CONFIDENCE_THRESHOLD(
            "confidenceThreshold",
            Form.DECIMAL,
            "0.8",
            "0.01",
            "1",
            "How sure the machine must be to act alone. At nothing at all it would act on everything."),
    HUMAN_REVIEW_QUEUE_SIZE(
            "reviewQueueSize",
            Form.WHOLE,
            "100",
            "1",
            "100000",
            "Most cases waiting for a human. Without a place in it, nothing could be handed to one."),
    CACHE_DEFAULT_TTL(
            "cacheTtl",
            Form.SECONDS,
            "3600",
            "1",
            "86400",
            "How long a cached answer may be served. Never used for anything that depends on who may see it."),
    MAX_FEED_ITEMS_PER_PAGE(
            "maxFeedItems",
            Form.WHOLE,
            "50",
            "1",
            "50",
            "Most items on one page of a feed. A page without end lets one request read the whole community."),
    QUERY_TIMEOUT_SECONDS(
            "queryTimeout",
            Form.SECONDS,
            "30",
            "1",
            "600",
            "When a query is stopped. Without an end, one bad query holds up everyone."),
    PASSWORD_COST(
            "passwordCost",
            Form.WHOLE,
            "12",
            "10",
            "16",
            "Work per password hash; one more doubles it. Below 10 a stolen file of hashes is soon guessed, above 16 signing"
                    + " in takes seconds."),
    TOKEN_LIFETIME_SECONDS(
            "tokenLifetime",
            Form.SECONDS,
            "900",
            "60",
            "86400",
            "How long an access token is good for. A stolen one works until then."),
    SHARE_COMMITS(
            "sharedCommits",
            Form.TRUTH,
            "true",
            "",
            "",
            "Whether changes that come at the same time wait for the disk together. Each is on the disk when its caller is told,"
                    + " either way; without it every change holds up those behind it for as long as the disk takes.");

    /** Makes a name in the environment unmistakably ours. */
    public static final String PREFIX = "SOMOIM_";

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    /** In characters. More of a wrong value would not make it clearer. */
    private static final int MOST_SHOWN = 40;

    private final String property;
    private final Form form;
    private final String preset;
    private final String least;
    private final String most;
    private final String allowed;
    private final String meaning;

    Setting(String property, String allowed, String meaning) {
        this.property = property;
        this.form = Form.FILE;
        this.preset = "";
        this.least = "";
        this.most = "";
        this.allowed = allowed;
        this.meaning = meaning;
    }

    Setting(String property, Form form, String preset, String least, String most, String meaning) {
        this.property = property;
        this.form = form;
        this.preset = preset;
        this.least = least;
        this.most = most;
        this.allowed = form == Form.TRUTH ? form.words : form.words + " from " + least + " to " + most;
        this.meaning = meaning;
    }

    /** What its value looks like. */
    private enum Form {
        FILE("a file"),
        WHOLE("a whole number"),
        DECIMAL("a decimal number"),
        SECONDS("whole seconds"),
        TRUTH("true or false");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    /** Its name in {@link Settings} and {@link Settings.Builder}. */
    public String property() {
        return property;
    }

    /** What it is when nobody sets it, as it would be written in the environment; empty if somebody must. */
    public String preset() {
        return preset;
    }

    BigDecimal presetNumber() {
        return new BigDecimal(preset);
    }

    /** In English, for the one who sets it. */
    public String allowed() {
        return allowed;
    }

    /** What it is and why its limits are where they are, in English. */
    public String meaning() {
        return meaning;
    }

    /**
     * @param key as found in the environment
     * @throws StartFailure if it cannot be read or is out of range
     */
    BigDecimal number(String key, String text) {
        Pattern pattern = form == Form.DECIMAL ? DECIMAL : WHOLE;
        if (!pattern.matcher(text).matches()) {
            throw wrong(key, text);
        }
        var number = new BigDecimal(text);
        if (!holds(number)) {
            throw wrong(key, text);
        }
        return number;
    }

    /** @throws StartFailure if it is neither {@code true} nor {@code false} */
    boolean truth(String key, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, text);
        };
    }

    /** @throws StartFailure if it is out of range */
    void check(BigDecimal number) {
        if (!holds(number)) {
            throw wrong(property, number.toPlainString());
        }
    }

    /** @param found what was found, or null if it must not be repeated */
    StartFailure wrong(String key, @Nullable String found) {
        String value = found == null ? "has a value that cannot be used" : "is \"" + shortened(found) + "\"";
        String fix = preset.isEmpty()
                ? "Set " + key + " to " + allowed + "."
                : "Set " + key + " to " + allowed + ", or leave it out: it is " + preset + " then.";
        return new StartFailure(key + " " + value + ". Allowed: " + allowed + ".", key, meaning, fix, null);
    }

    private boolean holds(BigDecimal number) {
        return number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0;
    }

    private static String shortened(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "...";
    }
}
