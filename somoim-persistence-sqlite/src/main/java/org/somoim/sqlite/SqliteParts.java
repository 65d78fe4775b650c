package org.somoim.sqlite;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.somoim.access.Standing;
import org.somoim.accounts.AccountFact;
import org.somoim.accounts.PasswordHash;
import org.somoim.audit.AuditFact;
import org.somoim.calendar.CalendarFact;
import org.somoim.chat.ChatFact;
import org.somoim.comparison.ComparisonFact;
import org.somoim.comparison.Encoded;
import org.somoim.comparison.Indexes;
import org.somoim.events.EventFact;
import org.somoim.events.MeetingLink;
import org.somoim.events.Rule;
import org.somoim.events.Zone;
import org.somoim.forum.ForumFact;
import org.somoim.goals.GoalFact;
import org.somoim.goals.Tags;
import org.somoim.groups.GroupFact;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.identities.IdentityFact;
import org.somoim.identities.Subject;
import org.somoim.mail.Email;
import org.somoim.moderation.ModerationFact;
import org.somoim.operations.OperationsFact;
import org.somoim.personaldata.PersonalDataFact;
import org.somoim.posts.PostFact;
import org.somoim.profiles.Link;
import org.somoim.profiles.ProfileFact;
import org.somoim.profiles.Topics;
import org.somoim.ratings.RatingFact;
import org.somoim.safety.Location;
import org.somoim.safety.SafetyFact;
import org.somoim.sessions.SessionFact;
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
import org.somoim.sqlite.operations.SqliteHistory;
import org.somoim.sqlite.personaldata.SqliteErasureStore;
import org.somoim.sqlite.posts.SqliteCommentStore;
import org.somoim.sqlite.posts.SqlitePostStore;
import org.somoim.sqlite.posts.SqliteReactionStore;
import org.somoim.sqlite.profiles.SqliteProfileStore;
import org.somoim.sqlite.ratings.SqliteRatingStore;
import org.somoim.sqlite.safety.SqliteAlertStore;
import org.somoim.sqlite.sessions.SqliteSessionStore;

/** What every capability brings to the database: the one list to add a new capability to. */
final class SqliteParts {
    static final SqlitePart KERNEL = SqlitePart.of(SqliteFactLog.class);

    static final SqlitePart ACCESS = SqlitePart.of(SqliteRoster.class)
            .with(Column.integer(
                    Standing.class,
                    standing -> (long) standing.ordinal(),
                    rank -> Standing.values()[Math.toIntExact(rank)]));

    static final SqlitePart ACCOUNTS = SqlitePart.of(SqliteAccountStore.class, SqliteTicketStore.class)
            .with(AccountFact.class)
            .with(
                    Column.text(Email.class, Email::value, Email::new),
                    Column.text(PasswordHash.class, PasswordHash::value, PasswordHash::new));

    static final SqlitePart SESSIONS = SqlitePart.of(SqliteSessionStore.class).with(SessionFact.class);

    static final SqlitePart IDEMPOTENCY = SqlitePart.of(SqliteDoneCallStore.class)
            .with(Column.text(IdempotencyKey.class, IdempotencyKey::value, IdempotencyKey::new));

    static final SqlitePart IDENTITIES = SqlitePart.of(SqliteIdentityStore.class)
            .with(IdentityFact.class)
            .with(Column.text(Subject.class, Subject::value, Subject::new));

    static final SqlitePart IMPORTS = SqlitePart.of(SqliteReferenceStore.class);

    static final SqlitePart MAIL = SqlitePart.of(SqliteOutbox.class);

    static final SqlitePart PROFILES = SqlitePart.of(SqliteProfileStore.class)
            .with(ProfileFact.class)
            .with(
                    Column.text(Link.class, Link::value, Link::new),
                    Column.text(Topics.class, SqliteProfileStore::joined, SqliteProfileStore::split));

    static final SqlitePart GROUPS = SqlitePart.of(
                    SqliteGroupStore.class, SqliteMembershipStore.class, SqliteInviteStore.class)
            .with(GroupFact.class);

    static final SqlitePart POSTS = SqlitePart.of(
                    SqlitePostStore.class, SqliteCommentStore.class, SqliteReactionStore.class)
            .with(PostFact.class);

    static final SqlitePart RATINGS = SqlitePart.of(SqliteRatingStore.class).with(RatingFact.class);
    static final SqlitePart FORUM = SqlitePart.of(
                    SqliteCategoryStore.class,
                    SqliteTopicStore.class,
                    SqliteForumPostStore.class,
                    SqliteForumDraftStore.class)
            .with(ForumFact.class)
            .with(Column.text(org.somoim.forum.Tags.class, SqliteTopicStore::joined, SqliteTopicStore::split));

    static final SqlitePart GOALS = SqlitePart.of(SqliteGoalShareStore.class)
            .with(GoalFact.class)
            .with(Column.text(Tags.class, SqliteGoalShareStore::joined, SqliteGoalShareStore::split));
    static final SqlitePart EVENTS = SqlitePart.of(
                    SqliteEventStore.class,
                    SqliteSeriesStore.class,
                    SqliteRsvpStore.class,
                    SqliteReminderStore.class,
                    SqliteForeignUids.class)
            .with(EventFact.class)
            .with(
                    Column.text(LocalDateTime.class, SqliteParts::written, LocalDateTime::parse),
                    Column.text(Zone.class, Zone::value, Zone::new),
                    Column.text(Rule.class, Rule::value, Rule::new),
                    Column.text(MeetingLink.class, MeetingLink::value, MeetingLink::new));

    static final SqlitePart CALENDAR =
            SqlitePart.of(SqliteCalendarLinkStore.class).with(CalendarFact.class);
    static final SqlitePart SAFETY = SqlitePart.of(SqliteAlertStore.class)
            .with(SafetyFact.class)
            .with(Column.text(Location.class, SqliteAlertStore::written, SqliteAlertStore::read));
    static final SqlitePart CHAT = SqlitePart.of(SqliteChatStore.class).with(ChatFact.class);

    static final SqlitePart MODERATION = SqlitePart.of(
                    SqliteReportStore.class, SqliteCaseStore.class, SqliteMeasureStore.class, SqliteRestraints.class)
            .with(ModerationFact.class);
    static final SqlitePart COMPARISON = SqlitePart.of(SqliteComparisonStore.class)
            .with(ComparisonFact.class)
            .with(
                    Column.text(Indexes.class, Indexes::value, Indexes::new),
                    Column.text(Encoded.class, Encoded::value, Encoded::new));

    static final SqlitePart NOTIFICATIONS = SqlitePart.of(SqliteNotificationStore.class);

    static final SqlitePart PERSONAL_DATA =
            SqlitePart.of(SqliteErasureStore.class).with(PersonalDataFact.class);

    static final SqlitePart AUDIT = SqlitePart.of(SqliteAuditStore.class).with(AuditFact.class);

    static final SqlitePart OPERATIONS = SqlitePart.of(SqliteHistory.class).with(OperationsFact.class);

    static final List<SqlitePart> ALL = List.of(
            KERNEL,
            ACCESS,
            ACCOUNTS,
            SESSIONS,
            IDEMPOTENCY,
            IDENTITIES,
            IMPORTS,
            MAIL,
            PROFILES,
            GROUPS,
            POSTS,
            RATINGS,
            FORUM,
            GOALS,
            EVENTS,
            CALENDAR,
            SAFETY,
            CHAT,
            MODERATION,
            COMPARISON,
            NOTIFICATIONS,
            PERSONAL_DATA,
            AUDIT,
            OPERATIONS);

    private SqliteParts() {}

    /** Nineteen characters, seconds included, so that text is in the order of time. */
    private static String written(LocalDateTime local) {
        return local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
    }
}
