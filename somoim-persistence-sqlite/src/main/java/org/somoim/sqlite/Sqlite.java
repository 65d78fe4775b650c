package org.somoim.sqlite;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.Settings;
import org.somoim.Somoim;
import org.somoim.accounts.BoundedHasher;
import org.somoim.accounts.PasswordHasher;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.accounts.bcrypt.Pepper;
import org.somoim.accounts.zxcvbn.GuessablePasswords;
import org.somoim.audit.AuditKey;
import org.somoim.kernel.Pseudonyms;
import org.somoim.live.InProcessFanOut;
import org.somoim.mail.Email;
import org.somoim.mail.MailSpool;
import org.somoim.mail.Mailer;
import org.somoim.privacy.noise.ExactDiscreteLaplace;
import org.somoim.sqlite.access.SqliteRoster;
import org.somoim.sqlite.accounts.SqliteAccountStore;
import org.somoim.sqlite.accounts.SqliteTicketStore;
import org.somoim.sqlite.audit.SqliteAuditStore;
import org.somoim.sqlite.calendar.SqliteCalendarLinkStore;
import org.somoim.sqlite.chat.SqliteChatStore;
import org.somoim.sqlite.comparison.SqliteComparisonStore;
import org.somoim.sqlite.events.SqliteEventStore;
import org.somoim.sqlite.events.SqliteForeignUids;
import org.somoim.sqlite.events.SqliteReminderStore;
import org.somoim.sqlite.events.SqliteRsvpStore;
import org.somoim.sqlite.events.SqliteSeriesStore;
import org.somoim.sqlite.forum.SqliteCategoryStore;
import org.somoim.sqlite.forum.SqliteForumDraftStore;
import org.somoim.sqlite.forum.SqliteForumPostStore;
import org.somoim.sqlite.forum.SqliteTopicStore;
import org.somoim.sqlite.goals.SqliteGoalShareStore;
import org.somoim.sqlite.groups.SqliteGroupStore;
import org.somoim.sqlite.groups.SqliteInviteStore;
import org.somoim.sqlite.groups.SqliteMembershipStore;
import org.somoim.sqlite.idempotency.SqliteDoneCallStore;
import org.somoim.sqlite.identities.SqliteIdentityStore;
import org.somoim.sqlite.imports.SqliteReferenceStore;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.somoim.sqlite.mail.SqliteOutbox;
import org.somoim.sqlite.moderation.SqliteCaseStore;
import org.somoim.sqlite.moderation.SqliteMeasureStore;
import org.somoim.sqlite.moderation.SqliteReportStore;
import org.somoim.sqlite.moderation.SqliteRestraints;
import org.somoim.sqlite.notifications.SqliteNotificationStore;
import org.somoim.sqlite.personaldata.SqliteErasureStore;
import org.somoim.sqlite.posts.SqliteCommentStore;
import org.somoim.sqlite.posts.SqlitePostStore;
import org.somoim.sqlite.posts.SqliteReactionStore;
import org.somoim.sqlite.profiles.SqliteProfileStore;
import org.somoim.sqlite.ratings.SqliteRatingStore;
import org.somoim.sqlite.safety.SqliteAlertStore;
import org.somoim.sqlite.sessions.SqliteSessionStore;
import org.somoim.uuid.UuidIds;

/** Opens a community on one SQLite file: the one line that embeds the library. */
public final class Sqlite {
    private static final Email SPOOLED_FROM = Email.of("somoim@localhost");

    /** How many may wait for their turn to hash a password; at a quarter of a second each, a few seconds. */
    private static final int MOST_WAITING = 64;

    private Sqlite() {}

    /**
     * Opens the community in a file, with everything else as preset; makes the file at the first start. Next to it, under
     * the same name with {@code .key} and {@code .keys} added, lie the keys without which what is most personal cannot be
     * read, and no password checked.
     *
     * @param place the file, or a folder that is there already, in which the file is called {@code somoim.db}
     * @throws StartFailure if it cannot be opened: what to do about it
     */
    public static Somoim open(Path place) {
        return open(Settings.of(SqliteOptions.at(place).file()));
    }

    /** The same, set up as {@code settings} say. */
    public static Somoim open(Settings settings) {
        return open(settings, Policies.PRESET);
    }

    /** The same, under rules of the host's choosing. */
    public static Somoim open(Settings settings, Policies policies) {
        SqliteOptions options = SqliteOptions.at(settings.database())
                .withDeadline(settings.queryTimeout())
                .withCommits(settings.sharedCommits() ? Commits.SHARED : Commits.ALONE);
        SqliteDatabase database = SqliteDatabase.open(options);
        try {
            return open(database, settings, policies);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The same on a database that the host has opened, such as one on connections of its own: {@link SqliteDatabase#on}. */
    public static Somoim open(SqliteDatabase database) {
        return open(database, Settings.of(Path.of(database.file())), Policies.PRESET);
    }

    /**
     * The same, set up as {@code settings} say. The database is closed with the community.
     *
     * @param settings of which the file, the deadline of statements and the sharing of commits are not looked at, for {@code
     *     database} has its own
     */
    public static Somoim open(SqliteDatabase database, Settings settings, Policies policies) {
        var chance = new SecureRandom();
        var pepper = new Pepper(database.keys().own("password-pepper"));
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        PasswordHasher hasher = new BoundedHasher(
                new BcryptPasswordHasher(pepper, List.of(), settings.passwordCost(), chance), atOnce, MOST_WAITING);
        return new Somoim(ports(database, hasher, InstantSource.system(), chance), policies.as(settings));
    }

    /**
     * The library's ports on a database, for hosts that bring their own clock, chance or password hashes. Letters go to a
     * folder next to the database, under its name with {@code .mail} added.
     *
     * @param chance also for ids
     */
    public static Ports ports(
            SqliteDatabase database, PasswordHasher hasher, InstantSource clock, RandomGenerator chance) {
        Path spool = mailFolder(Path.of(database.file()));
        return ports(
                database, hasher, new GuessablePasswords(), new MailSpool(spool, SPOOLED_FROM, clock), clock, chance);
    }

    /** The same, for hosts that send letters or choose passwords' rules by themselves. */
    public static Ports ports(
            SqliteDatabase database,
            PasswordHasher hasher,
            PasswordPolicy policy,
            Mailer mailer,
            InstantSource clock,
            RandomGenerator chance) {
        return new Ports(
                database,
                database.store(SqliteDoneCallStore.class),
                database.store(SqliteFactLog.class),
                database.store(SqliteRoster.class),
                database.store(SqliteAccountStore.class),
                database.store(SqliteSessionStore.class),
                database.store(SqliteIdentityStore.class),
                database.store(SqliteProfileStore.class),
                database.store(SqliteGroupStore.class),
                database.store(SqliteMembershipStore.class),
                database.store(SqliteInviteStore.class),
                database.store(SqlitePostStore.class),
                database.store(SqliteCommentStore.class),
                database.store(SqliteReactionStore.class),
                database.store(SqliteEventStore.class),
                database.store(SqliteSeriesStore.class),
                database.store(SqliteForeignUids.class),
                database.store(SqliteRsvpStore.class),
                database.store(SqliteReminderStore.class),
                database.store(SqliteCalendarLinkStore.class),
                database.store(SqliteAlertStore.class),
                database.store(SqliteChatStore.class),
                new InProcessFanOut(),
                database.store(SqliteNotificationStore.class),
                database.store(SqliteRatingStore.class),
                database.store(SqliteCategoryStore.class),
                database.store(SqliteTopicStore.class),
                database.store(SqliteForumPostStore.class),
                database.store(SqliteForumDraftStore.class),
                database.store(SqliteReportStore.class),
                database.store(SqliteCaseStore.class),
                database.store(SqliteMeasureStore.class),
                database.store(SqliteRestraints.class),
                database.store(SqliteGoalShareStore.class),
                new Pseudonyms(database.keys().own("pseudonyms")),
                database.store(SqliteComparisonStore.class),
                database.store(SqliteReferenceStore.class),
                database.store(SqliteErasureStore.class),
                database.store(SqliteAuditStore.class),
                new AuditKey(database.keys().own("audit")),
                database::clearRemains,
                hasher,
                policy,
                database.store(SqliteTicketStore.class),
                database.store(SqliteOutbox.class),
                mailer,
                new UuidIds(clock, chance),
                database.keys(),
                clock,
                chance,
                ExactDiscreteLaplace.with(new SecureRandom()),
                database.metrics(),
                database::close);
    }

    /** Where letters are put unless a host sends them: next to the database, under its name with {@code .mail} added. */
    public static Path mailFolder(Path database) {
        return database.resolveSibling(database.getFileName() + ".mail");
    }
}
