package org.somoim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.kernel.StartFailure;

class SettingsTest {
    private static final Path FILE = Path.of("community.db");

    @Test
    void theBuilderStartsFromThePresets() {
        assertThat(Settings.of(FILE)).isEqualTo(environment());
    }

    @Test
    @Covers({"CFG-1", "CFG-3", "CFG-4", "CFG-5", "CFG-6", "CFG-7", "CFG-8", "CFG-9", "CFG-10", "CFG-11"})
    void theEnvironmentSetsWhatTheBuilderSets() {
        Settings built = Settings.builder(FILE)
                .minCohortSize(25)
                .epsilon(new BigDecimal("0.5"))
                .noiseLevel(new BigDecimal("0.2"))
                .autoModeration(false)
                .confidenceThreshold(new BigDecimal("0.95"))
                .reviewQueueSize(7)
                .cacheTtl(Duration.ofMinutes(1))
                .maxFeedItems(10)
                .queryTimeout(Duration.ofSeconds(5))
                .passwordCost(11)
                .tokenLifetime(Duration.ofHours(1))
                .sharedCommits(false)
                .build();

        assertThat(environment(
                        "MIN_COHORT_SIZE", "25",
                        "DIFFERENTIAL_PRIVACY_EPSILON", "0.5",
                        "ANONYMIZATION_NOISE_LEVEL", "0.2",
                        "ENABLE_AUTO_MODERATION", "false",
                        "MODERATION_CONFIDENCE_THRESHOLD", "0.95",
                        "HUMAN_REVIEW_QUEUE_SIZE", "7",
                        "CACHE_DEFAULT_TTL", "60",
                        "MAX_FEED_ITEMS_PER_PAGE", "10",
                        "QUERY_TIMEOUT_SECONDS", "5",
                        "PASSWORD_COST", "11",
                        "TOKEN_LIFETIME_SECONDS", "3600",
                        "SHARE_COMMITS", "false"))
                .isEqualTo(built);
    }

    @Test
    void everySettingIsAPropertyAndEveryPropertyASetting() {
        assertThat(Arrays.stream(Setting.values()).map(Setting::property))
                .containsExactlyElementsOf(Stream.of(Settings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void aNameWithThePrefixTakesPrecedence() {
        Settings settings = Settings.fromEnvironment(Map.of(
                "DATABASE_URL", "postgresql://app:hunter2@db/shop", "SOMOIM_DATABASE_URL", "sqlite:community.db"));

        assertThat(settings.database()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @Covers("CFG-1")
    @CsvSource({
        "sqlite:community.db, community.db",
        "jdbc:sqlite:community.db, community.db",
        "sqlite:/var/lib/somoim/community.db, /var/lib/somoim/community.db",
        "community.db, community.db",
        "data/우리 동네.db, data/우리 동네.db",
    })
    void theDatabaseIsAFile(String url, String path) {
        assertThat(Settings.fromEnvironment(Map.of("DATABASE_URL", url)).database())
                .isEqualTo(Path.of(path));
    }

    @ParameterizedTest
    @Covers({"CFG-1", "CFG-12"})
    @ValueSource(
            strings = {
                "postgresql://app:hunter2@db:5432/community",
                "postgres://app:hunter2@db/community",
                "jdbc:postgresql://db/community?user=app&password=hunter2",
                "mysql://app:hunter2@db/community",
                "sqlite://hunter2/community.db",
                "sqlite:community.db?password=hunter2",
                "file:community.db?key=hunter2",
                ":memory:",
                "sqlite:",
                "  ",
                "hunter2\0.db",
            })
    void anyOtherDatabaseIsRefusedAndItsPasswordNotRepeated(String url) {
        assertThat(failure(() -> Settings.fromEnvironment(Map.of("DATABASE_URL", url))))
                .contains("DATABASE_URL", "sqlite:")
                .doesNotContain("hunter2");
    }

    @Test
    @Covers("CFG-1")
    void withoutADatabaseNothingStarts() {
        assertThat(failure(() -> Settings.fromEnvironment(Map.of())))
                .contains("DATABASE_URL is missing", "Set DATABASE_URL=sqlite:/");
    }

    @ParameterizedTest
    @Covers({"CFG-2", "CFG-12"})
    @ValueSource(
            strings = {
                "REDIS_URL",
                "DATABASE_HOST",
                "DATABASE_PORT",
                "DATABASE_NAME",
                "DATABASE_USER",
                "DATABASE_PASSWORD"
            })
    void serversAreSomebodyElsesUnlessMeantForUs(String name) {
        assertThat(environment(name, "hunter2")).isEqualTo(Settings.of(FILE));
        assertThat(failure(() -> environment("SOMOIM_" + name, "hunter2")))
                .contains("SOMOIM_" + name, "no server", "Remove")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @Covers({"CFG-3", "CFG-4", "CFG-5", "CFG-6", "CFG-7", "CFG-8", "CFG-9", "CFG-10", "CFG-11"})
    @CsvSource({
        "MIN_COHORT_SIZE, 9",
        "MIN_COHORT_SIZE, -10",
        "MIN_COHORT_SIZE, 1e3",
        "MIN_COHORT_SIZE, 10.5",
        "MIN_COHORT_SIZE, ' 10'",
        "MIN_COHORT_SIZE, ''",
        "MIN_COHORT_SIZE, 99999999999999999999",
        "MIN_COHORT_SIZE, ١٥",
        "DIFFERENTIAL_PRIVACY_EPSILON, 0.049",
        "DIFFERENTIAL_PRIVACY_EPSILON, 10.1",
        "DIFFERENTIAL_PRIVACY_EPSILON, NaN",
        "DIFFERENTIAL_PRIVACY_EPSILON, Infinity",
        "ANONYMIZATION_NOISE_LEVEL, 1.1",
        "ENABLE_AUTO_MODERATION, yes",
        "ENABLE_AUTO_MODERATION, TRUE",
        "MODERATION_CONFIDENCE_THRESHOLD, 0",
        "MODERATION_CONFIDENCE_THRESHOLD, 80",
        "HUMAN_REVIEW_QUEUE_SIZE, 0",
        "CACHE_DEFAULT_TTL, 0",
        "MAX_FEED_ITEMS_PER_PAGE, 51",
        "QUERY_TIMEOUT_SECONDS, 0",
        "PASSWORD_COST, 9",
        "TOKEN_LIFETIME_SECONDS, 86401",
        "SHARE_COMMITS, on",
    })
    void anUnsafeOrUnreadableValueIsRefusedWithKeyValueRangeReasonAndFix(String key, String value) {
        Setting setting = Setting.valueOf(key);

        assertThat(failure(() -> environment(key, value)))
                .contains(key + " is \"", value.substring(0, Math.min(10, value.length())), setting.allowed())
                .contains(setting.meaning())
                .contains("Set " + key + " to " + setting.allowed() + ", or leave it out: it is " + setting.preset());
        assertThat(failure(() -> environment("SOMOIM_" + key, value))).contains("Set SOMOIM_" + key + " to ");
    }

    @Test
    @Covers("CFG-3")
    void theBuilderRefusesTheSame() {
        Settings.Builder tooFew = Settings.builder(FILE).minCohortSize(9);

        assertThat(failure(tooFew::build)).contains("minCohortSize is \"9\"", "10 to 10000");
        assertThat(failure(Settings.builder(FILE).queryTimeout(Duration.ofMillis(999))::build))
                .contains("queryTimeout is \"0.999");
    }

    @ParameterizedTest
    @CsvSource({
        "SOMOIM_MIN_COHORT_SZE, Did you mean SOMOIM_MIN_COHORT_SIZE?",
        "SOMOIM_QUERY_TIMEOUT, Did you mean SOMOIM_QUERY_TIMEOUT_SECONDS?",
        "SOMOIM_COLOUR, Remove it.",
        "SOMOIM_, Remove it.",
    })
    void anUnknownNameWithOurPrefixIsRefused(String key, String advice) {
        assertThat(failure(() -> environment(key, "hunter2")))
                .contains(key + " is not a setting", advice)
                .doesNotContain("hunter2");
    }

    @Test
    void otherNamesAreSomebodyElses() {
        assertThat(environment("MIN_COHORT_SZE", "3", "PATH", "/usr/bin")).isEqualTo(Settings.of(FILE));
    }

    @ParameterizedTest
    @EnumSource
    void everySettingSaysWhatIsAllowedAndWhy(Setting setting) {
        assertThat(setting.allowed()).isNotBlank();
        assertThat(setting.meaning()).endsWith(".");
    }

    @Test
    void aFailureToStartKeepsItsCause() {
        var cause = new IllegalStateException("the disk is full");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> {
                    throw new StartFailure("what", "where", "why", "fix", cause);
                })
                .withMessageContainingAll("what", "where", "why", "fix")
                .withCause(cause);
    }

    private static Settings environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATABASE_URL", "sqlite:community.db");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.fromEnvironment(environment);
    }

    private static String failure(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(StartFailure.class);
        return String.valueOf(thrown.getMessage());
    }
}
