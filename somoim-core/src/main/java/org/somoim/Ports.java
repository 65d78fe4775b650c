package org.somoim;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.somoim.access.Restraints;
import org.somoim.access.Roster;
import org.somoim.accounts.AccountStore;
import org.somoim.accounts.PasswordHasher;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.accounts.TicketStore;
import org.somoim.audit.AuditKey;
import org.somoim.audit.AuditStore;
import org.somoim.calendar.CalendarLinkStore;
import org.somoim.chat.ChatStore;
import org.somoim.comparison.ComparisonStore;
import org.somoim.events.EventStore;
import org.somoim.events.ForeignUids;
import org.somoim.events.ReminderStore;
import org.somoim.events.RsvpStore;
import org.somoim.events.SeriesStore;
import org.somoim.forum.CategoryStore;
import org.somoim.forum.ForumDraftStore;
import org.somoim.forum.ForumPostStore;
import org.somoim.forum.TopicStore;
import org.somoim.goals.GoalShareStore;
import org.somoim.groups.GroupStore;
import org.somoim.groups.InviteStore;
import org.somoim.groups.MembershipStore;
import org.somoim.idempotency.DoneCallStore;
import org.somoim.identities.IdentityStore;
import org.somoim.imports.ReferenceStore;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.Transactor;
import org.somoim.live.FanOut;
import org.somoim.mail.Mailer;
import org.somoim.mail.Outbox;
import org.somoim.metrics.Metrics;
import org.somoim.moderation.CaseStore;
import org.somoim.moderation.MeasureStore;
import org.somoim.moderation.ReportStore;
import org.somoim.notifications.NotificationStore;
import org.somoim.personaldata.ErasureStore;
import org.somoim.personaldata.PersonKeys;
import org.somoim.personaldata.Residue;
import org.somoim.posts.CommentStore;
import org.somoim.posts.PostStore;
import org.somoim.posts.ReactionStore;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.profiles.ProfileStore;
import org.somoim.ratings.RatingStore;
import org.somoim.safety.AlertStore;
import org.somoim.sessions.SessionStore;

/**
 * Everything the library needs from outside, in one place.
 *
 * @param chance for secrets; cryptographically strong outside tests
 * @param noise for what is published about many; cryptographically strong outside tests
 * @param closing lets go of whatever the others hold; called once
 */
public record Ports(
        Transactor transactor,
        DoneCallStore doneCalls,
        FactLog facts,
        Roster roster,
        AccountStore accounts,
        SessionStore sessions,
        IdentityStore identities,
        ProfileStore profiles,
        GroupStore groups,
        MembershipStore memberships,
        InviteStore invites,
        PostStore posts,
        CommentStore comments,
        ReactionStore reactions,
        EventStore events,
        SeriesStore series,
        ForeignUids foreignUids,
        RsvpStore rsvps,
        ReminderStore reminders,
        CalendarLinkStore calendarLinks,
        AlertStore alerts,
        ChatStore chat,
        FanOut fanOut,
        NotificationStore notifications,
        RatingStore ratings,
        CategoryStore categories,
        TopicStore topics,
        ForumPostStore forumPosts,
        ForumDraftStore forumDrafts,
        ReportStore reports,
        CaseStore cases,
        MeasureStore measures,
        Restraints restraints,
        GoalShareStore goalShares,
        Pseudonyms pseudonyms,
        ComparisonStore comparisons,
        ReferenceStore references,
        ErasureStore erasures,
        AuditStore audit,
        AuditKey auditKey,
        Residue residue,
        PasswordHasher passwords,
        PasswordPolicy passwordPolicy,
        TicketStore tickets,
        Outbox outbox,
        Mailer mailer,
        Ids ids,
        PersonKeys personKeys,
        InstantSource clock,
        RandomGenerator chance,
        NoiseSource noise,
        Metrics metrics,
        Runnable closing) {}
