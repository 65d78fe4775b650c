package org.somoim.memory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.somoim.Ports;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.audit.AuditKey;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Pseudonyms;
import org.somoim.live.InProcessFanOut;
import org.somoim.metrics.Counters;
import org.somoim.privacy.noise.ExactDiscreteLaplace;
import org.somoim.uuid.UuidIds;

/** Every port in memory, put together. */
public final class MemoryPorts {
    private MemoryPorts() {}

    /** @param chance seeded, so that a test can be run again with the same ids and secrets */
    public static Ports of(InstantSource clock, RandomGenerator chance) {
        var memory = new Memory();
        var accounts = new MemoryAccountStore(memory);
        var profiles = new MemoryProfileStore(memory);
        var memberships = new MemoryMembershipStore(memory);
        var invites = new MemoryInviteStore(memory);
        var groups = new MemoryGroupStore(memberships, invites);
        var reactions = new MemoryReactionStore(memory, profiles);
        var comments = new MemoryCommentStore(memory, reactions);
        var rsvps = new MemoryRsvpStore(memory);
        var reminders = new MemoryReminderStore(memory);
        var events = new MemoryEventStore(memory, rsvps, reminders, memberships);
        var series = new MemorySeriesStore(memory);
        var forum = new MemoryForum(memory, profiles);
        var reports = new MemoryReportStore(memory);
        var cases = new MemoryCaseStore(memory, reports);
        var measures = new MemoryMeasureStore(memory, cases, reports);
        Ids ids = new UuidIds(clock, chance);
        return new Ports(
                memory,
                new MemoryDoneCallStore(memory),
                new MemoryFactLog(memory),
                new MemoryRoster(accounts, profiles, groups, memberships),
                accounts,
                new MemorySessionStore(memory),
                new MemoryIdentityStore(memory),
                profiles,
                groups,
                memberships,
                invites,
                new MemoryPostStore(memory, profiles, comments, reactions),
                comments,
                reactions,
                events,
                series,
                new MemoryForeignUids(memory, events, series),
                rsvps,
                reminders,
                new MemoryCalendarLinkStore(memory),
                new MemoryAlertStore(memory),
                new MemoryChatStore(memory, groups, memberships, profiles),
                new InProcessFanOut(),
                new MemoryNotificationStore(memory),
                new MemoryRatingStore(memory),
                new MemoryCategoryStore(forum),
                new MemoryTopicStore(forum),
                new MemoryForumPostStore(forum),
                new MemoryForumDraftStore(forum),
                reports,
                cases,
                measures,
                measures,
                new MemoryGoalShareStore(memory),
                new Pseudonyms("a key for pseudonyms in tests, no secret".getBytes(StandardCharsets.US_ASCII)),
                new MemoryComparisonStore(memory, accounts, profiles),
                new MemoryReferenceStore(memory),
                new MemoryErasureStore(memory),
                new MemoryAuditStore(memory),
                new AuditKey("a key for tests, no secret at all".getBytes(StandardCharsets.US_ASCII)),
                () -> true,
                new PlainHasher(),
                PasswordPolicy.notTheAccount(),
                new MemoryTicketStore(memory),
                new MemoryOutbox(memory),
                new MemoryMailer(),
                ids,
                new MemoryPersonKeys(),
                clock,
                chance,
                ExactDiscreteLaplace.with(new SecureRandom()),
                new Counters(ticks(clock)),
                () -> {});
    }

    private static LongSupplier ticks(InstantSource clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
