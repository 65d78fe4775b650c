package org.somoim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.somoim.kernel.StartFailure;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.PrivacyPlan;

/**
 * How a community is set up. What is allowed, and why, is in {@link Setting}; a value outside of that does not exist, because
 * none of these can be made with one.
 *
 * @param database the file that holds everything
 * @param minCohortSize in people, the asker not counted
 * @param epsilon in nats, per person and period over everything published
 * @param noiseLevel relative width of published ranges
 * @param confidenceThreshold how sure the machine must be to act alone
 * @param reviewQueueSize in cases
 * @param cacheTtl in whole seconds
 * @param queryTimeout in whole seconds
 * @param passwordCost binary logarithm of the rounds of one hash
 * @param tokenLifetime in whole seconds
 * @param sharedCommits whether changes that come at the same time wait for the disk together
 */
public record Settings(
        Path database,
        int minCohortSize,
        BigDecimal epsilon,
        BigDecimal noiseLevel,
        boolean autoModeration,
        BigDecimal confidenceThreshold,
        int reviewQueueSize,
        Duration cacheTtl,
        int maxFeedItems,
        Duration queryTimeout,
        int passwordCost,
        Duration tokenLifetime,
        boolean sharedCommits) {

    /** @throws StartFailure if a value is out of its range */
    public Settings {
        Setting.MIN_COHORT_SIZE.check(BigDecimal.valueOf(minCohortSize));
        Setting.DIFFERENTIAL_PRIVACY_EPSILON.check(epsilon);
        Setting.ANONYMIZATION_NOISE_LEVEL.check(noiseLevel);
        Setting.MODERATION_CONFIDENCE_THRESHOLD.check(confidenceThreshold);
        Setting.HUMAN_REVIEW_QUEUE_SIZE.check(BigDecimal.valueOf(reviewQueueSize));
        Setting.CACHE_DEFAULT_TTL.check(seconds(cacheTtl));
        Setting.MAX_FEED_ITEMS_PER_PAGE.check(BigDecimal.valueOf(maxFeedItems));
        Setting.QUERY_TIMEOUT_SECONDS.check(seconds(queryTimeout));
        Setting.PASSWORD_COST.check(BigDecimal.valueOf(passwordCost));
        Setting.TOKEN_LIFETIME_SECONDS.check(seconds(tokenLifetime));
    }

    /** Everything as preset, on a file of one's own choosing. */
    public static Settings of(Path database) {
        return builder(database).build();
    }

    public static Builder builder(Path database) {
        return new Builder(database);
    }

    /**
     * Settings from the environment, or from whatever a host reads its configuration from.
     *
     * <p>Every {@link Setting} is found under its own name and, taking precedence, with {@link Setting#PREFIX} before it.
     * Other names with that prefix are refused: a setting with a slip of the pen in its name would be without effect and
     * without notice. Other names without it are somebody else's.
     *
     * @throws StartFailure if the database is missing, or anything is unknown, unreadable or out of its range
     */
    public static Settings fromEnvironment(Map<String, String> environment) {
        return new Environment(environment).settings();
    }

    /**
     * A plan for comparisons with this epsilon for an epoch, four times as much for a year, and this least number of people
     * in a cohort.
     *
     * @param wanted what else is planned
     */
    public PrivacyPlan promised(PrivacyPlan.Builder wanted) {
        // Rather a little more protection than was asked for than less.
        var exact = Epsilon.of(epsilon.setScale(6, RoundingMode.DOWN).toPlainString());
        return wanted.epsilon(exact).yearlyCap(exact.times(4)).k(minCohortSize).build();
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    /** Starts from what is preset. What is out of its range is refused by {@link #build()}. Not for use by several threads. */
    public static final class Builder {
        private final Path database;
        private int minCohortSize = Setting.MIN_COHORT_SIZE.presetNumber().intValueExact();
        private BigDecimal epsilon = Setting.DIFFERENTIAL_PRIVACY_EPSILON.presetNumber();
        private BigDecimal noiseLevel = Setting.ANONYMIZATION_NOISE_LEVEL.presetNumber();
        private boolean autoModeration = Boolean.parseBoolean(Setting.ENABLE_AUTO_MODERATION.preset());
        private BigDecimal confidenceThreshold = Setting.MODERATION_CONFIDENCE_THRESHOLD.presetNumber();
        private int reviewQueueSize =
                Setting.HUMAN_REVIEW_QUEUE_SIZE.presetNumber().intValueExact();
        private Duration cacheTtl =
                Duration.ofSeconds(Setting.CACHE_DEFAULT_TTL.presetNumber().longValueExact());
        private int maxFeedItems =
                Setting.MAX_FEED_ITEMS_PER_PAGE.presetNumber().intValueExact();
        private Duration queryTimeout =
                Duration.ofSeconds(Setting.QUERY_TIMEOUT_SECONDS.presetNumber().longValueExact());
        private int passwordCost = Setting.PASSWORD_COST.presetNumber().intValueExact();
        private Duration tokenLifetime =
                Duration.ofSeconds(Setting.TOKEN_LIFETIME_SECONDS.presetNumber().longValueExact());
        private boolean sharedCommits = Boolean.parseBoolean(Setting.SHARE_COMMITS.preset());

        private Builder(Path database) {
            this.database = database;
        }

        /** See {@link Setting#MIN_COHORT_SIZE}. */
        public Builder minCohortSize(int minCohortSize) {
            this.minCohortSize = minCohortSize;
            return this;
        }

        /** See {@link Setting#DIFFERENTIAL_PRIVACY_EPSILON}. */
        public Builder epsilon(BigDecimal epsilon) {
            this.epsilon = epsilon;
            return this;
        }

        /** See {@link Setting#ANONYMIZATION_NOISE_LEVEL}. */
        public Builder noiseLevel(BigDecimal noiseLevel) {
            this.noiseLevel = noiseLevel;
            return this;
        }

        /** See {@link Setting#ENABLE_AUTO_MODERATION}. */
        public Builder autoModeration(boolean autoModeration) {
            this.autoModeration = autoModeration;
            return this;
        }

        /** See {@link Setting#MODERATION_CONFIDENCE_THRESHOLD}. */
        public Builder confidenceThreshold(BigDecimal confidenceThreshold) {
            this.confidenceThreshold = confidenceThreshold;
            return this;
        }

        /** See {@link Setting#HUMAN_REVIEW_QUEUE_SIZE}. */
        public Builder reviewQueueSize(int reviewQueueSize) {
            this.reviewQueueSize = reviewQueueSize;
            return this;
        }

        /** See {@link Setting#CACHE_DEFAULT_TTL}. */
        public Builder cacheTtl(Duration cacheTtl) {
            this.cacheTtl = cacheTtl;
            return this;
        }

        /** See {@link Setting#MAX_FEED_ITEMS_PER_PAGE}. */
        public Builder maxFeedItems(int maxFeedItems) {
            this.maxFeedItems = maxFeedItems;
            return this;
        }

        /** See {@link Setting#QUERY_TIMEOUT_SECONDS}. */
        public Builder queryTimeout(Duration queryTimeout) {
            this.queryTimeout = queryTimeout;
            return this;
        }

        /** See {@link Setting#PASSWORD_COST}. */
        public Builder passwordCost(int passwordCost) {
            this.passwordCost = passwordCost;
            return this;
        }

        /** See {@link Setting#TOKEN_LIFETIME_SECONDS}. */
        public Builder tokenLifetime(Duration tokenLifetime) {
            this.tokenLifetime = tokenLifetime;
            return this;
        }

        /** See {@link Setting#SHARE_COMMITS}. */
        public Builder sharedCommits(boolean sharedCommits) {
            this.sharedCommits = sharedCommits;
            return this;
        }

        /** @throws StartFailure naming the first value that is out of its range */
        public Settings build() {
            return new Settings(
                    database,
                    minCohortSize,
                    epsilon,
                    noiseLevel,
                    autoModeration,
                    confidenceThreshold,
                    reviewQueueSize,
                    cacheTtl,
                    maxFeedItems,
                    queryTimeout,
                    passwordCost,
                    tokenLifetime,
                    sharedCommits);
        }
    }
}
