package org.somoim.audit;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.accounts.AccountAudit;
import org.somoim.accounts.AccountFact;
import org.somoim.calendar.CalendarFact;
import org.somoim.chat.ChatAudit;
import org.somoim.chat.ChatFact;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.comparison.ComparisonFact;
import org.somoim.events.EventFact;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumAudit;
import org.somoim.forum.ForumFact;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.goals.GoalFact;
import org.somoim.groups.Group;
import org.somoim.groups.GroupAudit;
import org.somoim.groups.GroupFact;
import org.somoim.groups.Membership;
import org.somoim.identities.IdentityAudit;
import org.somoim.identities.IdentityFact;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Work;
import org.somoim.memory.Community;
import org.somoim.moderation.ModerationAudit;
import org.somoim.moderation.ModerationFact;
import org.somoim.operations.OperationsAudit;
import org.somoim.operations.OperationsFact;
import org.somoim.personaldata.PersonalDataFact;
import org.somoim.posts.Comment;
import org.somoim.posts.Post;
import org.somoim.posts.PostAudit;
import org.somoim.posts.PostFact;
import org.somoim.profiles.ProfileFact;
import org.somoim.ratings.RatingFact;
import org.somoim.safety.SafetyFact;
import org.somoim.sessions.SessionAudit;
import org.somoim.sessions.SessionFact;

/** Each fact is in the audit log once or not at all, as this table says. Whoever adds a fact decides here which. */
@Covers({"FUT-14", "FUT-6"})
class CriticalFactsTest {
    private static final List<Class<? extends Fact>> FAMILIES = List.of(
            AccountFact.class,
            AuditFact.class,
            CalendarFact.class,
            EventFact.class,
            ChatFact.class,
            ForumFact.class,
            GoalFact.class,
            GroupFact.class,
            IdentityFact.class,
            ModerationFact.class,
            OperationsFact.class,
            PersonalDataFact.class,
            PostFact.class,
            ProfileFact.class,
            RatingFact.class,
            ComparisonFact.class,
            SafetyFact.class,
            SessionFact.class);

    private static final Map<String, Deed> CRITICAL = Map.ofEntries(
            Map.entry("accounts.appointed", Deed.SITE_USER_APPOINTED),
            Map.entry("accounts.suspended", Deed.ACCOUNT_SUSPENDED),
            Map.entry("accounts.reinstated", Deed.ACCOUNT_REINSTATED),
            Map.entry("accounts.deactivated", Deed.ACCOUNT_DEACTIVATED),
            Map.entry("accounts.reopened", Deed.ACCOUNT_REOPENED),
            Map.entry("accounts.email-changed", Deed.ADDRESS_CHANGED),
            Map.entry("accounts.password-changed", Deed.PASSWORD_CHANGED),
            Map.entry("audit.keys-rotated", Deed.KEYS_ROTATED),
            Map.entry("audit.backup-restored", Deed.BACKUP_RESTORED),
            Map.entry("chat.message-deleted", Deed.MESSAGE_REMOVED),
            Map.entry("groups.deleted", Deed.GROUP_DELETED),
            Map.entry("groups.restored", Deed.GROUP_RESTORED),
            Map.entry("groups.ownership-transferred", Deed.OWNERSHIP_TRANSFERRED),
            Map.entry("groups.inherited", Deed.OWNERSHIP_INHERITED),
            Map.entry("groups.role-changed", Deed.GROUP_MEMBER_APPOINTED),
            Map.entry("groups.removed", Deed.MEMBER_REMOVED),
            Map.entry("groups.banned", Deed.MEMBER_BANNED),
            Map.entry("groups.ban-lifted", Deed.BAN_LIFTED),
            Map.entry("identities.linked", Deed.IDENTITY_LINKED),
            Map.entry("identities.unlinked", Deed.IDENTITY_UNLINKED),
            Map.entry("personaldata.erasure-begun", Deed.ERASURE_ASKED),
            Map.entry("personaldata.erased", Deed.ERASURE_FINISHED),
            Map.entry("moderation.measure-taken", Deed.MEASURE_TAKEN),
            Map.entry("moderation.measure-ended", Deed.MEASURE_LIFTED),
            Map.entry("moderation.measure-proposed", Deed.MEASURE_PROPOSED),
            Map.entry("moderation.measure-declined", Deed.MEASURE_DECLINED),
            Map.entry("moderation.case-dismissed", Deed.CASE_DISMISSED),
            Map.entry("moderation.appeal-judged", Deed.APPEAL_JUDGED),
            Map.entry("moderation.flagger-appointed", Deed.FLAGGER_APPOINTED),
            Map.entry("operations.backup-taken", Deed.BACKUP_TAKEN),
            Map.entry("operations.retried", Deed.FACT_RETRIED),
            Map.entry("forum.moderator-appointed", Deed.CATEGORY_MODERATOR_APPOINTED),
            Map.entry("forum.moderator-dismissed", Deed.CATEGORY_MODERATOR_DISMISSED),
            Map.entry("forum.category-removed", Deed.CATEGORY_REMOVED),
            Map.entry("forum.topic-deleted", Deed.TOPIC_REMOVED),
            Map.entry("forum.topic-merged", Deed.TOPIC_MERGED),
            Map.entry("forum.post-deleted", Deed.FORUM_POST_REMOVED),
            Map.entry("forum.post-rejected", Deed.FORUM_POST_REJECTED),
            Map.entry("posts.post-deleted", Deed.POST_REMOVED),
            Map.entry("posts.comment-deleted", Deed.COMMENT_REMOVED),
            Map.entry("sessions.all-ended", Deed.SESSIONS_REVOKED),
            Map.entry("sessions.reuse-detected", Deed.TOKEN_REUSED));

    private static final Set<String> NOT_CRITICAL = Set.of(
            "accounts.opened",
            // What moderators do to events shows on the events themselves, which stay.
            "calendar.link-issued",
            "calendar.link-revoked",
            "events.answer-withdrawn",
            "events.answered",
            "events.approval-asked",
            "events.approved",
            "events.attendance-noted",
            "events.called",
            "events.cancelled",
            "events.edited",
            "events.event-deleted",
            "events.event-restored",
            "events.offer-lapsed",
            "events.promoted",
            "events.reminded",
            "events.seat-offered",
            "events.series-begun",
            "events.series-ended",
            "events.turned-down",
            "chat.message-sent",
            "chat.message-edited",
            "chat.message-reacted",
            "chat.message-reaction-withdrawn",
            // What comes of it is in the log; that somebody said something is theirs.
            "moderation.reported",
            "moderation.report-closed",
            "moderation.case-opened",
            "moderation.report-reopened",
            "moderation.case-snoozed",
            "moderation.case-woken",
            "moderation.case-proposed",
            "moderation.case-actioned",
            "moderation.measure-shortened",
            "moderation.case-reopened",
            "moderation.case-escalated",
            "moderation.appealed",
            "groups.created",
            "groups.edited",
            "groups.purged",
            "groups.joined",
            "groups.invited",
            "groups.invitation-declined",
            "groups.invitation-withdrawn",
            "groups.requested",
            "groups.request-declined",
            "groups.request-withdrawn",
            "groups.left",
            "groups.brought-in",
            "groups.invite-issued",
            "groups.invite-revoked",
            "personaldata.removed",
            "posts.post-written",
            "posts.post-brought-in",
            "posts.post-edited",
            "posts.post-restored",
            "posts.post-pinned",
            "posts.post-unpinned",
            "posts.commented",
            "posts.comment-edited",
            "posts.comment-restored",
            "posts.reacted",
            "posts.reaction-withdrawn",
            "posts.mentioned",
            // What is done to topics that can be undone shows on them; who votes is nobody's business.
            "forum.category-made",
            "forum.category-changed",
            "forum.category-moved",
            "forum.topic-opened",
            "forum.topic-edited",
            "forum.status-changed",
            "forum.topic-pinned",
            "forum.topic-unpinned",
            "forum.topic-moved",
            "forum.topic-split",
            "forum.topic-restored",
            "forum.post-submitted",
            "forum.posted",
            "forum.post-approved",
            "forum.post-edited",
            "forum.post-restored",
            "forum.liked",
            "forum.like-taken-back",
            "forum.voted",
            "forum.vote-taken-back",
            "forum.solved",
            "forum.solution-taken-back",
            "profiles.standing-changed",
            "profiles.initialized",
            "profiles.edited",
            "profiles.setting-changed",
            "profiles.blocked",
            "profiles.unblocked",
            "profiles.honoured",
            "profiles.badge-withdrawn",
            // Not even the log knows who shares what.
            "goals.inspired",
            "comparison.budget-spent",
            "comparison.contributed",
            // What it cost is in a ledger of its own, which is as hard to change.
            "comparison.epoch-released",
            "comparison.updated",
            "comparison.withdrawn",
            "ratings.given",
            "ratings.published",
            // Who called for help must not be on record for longer than the alert is, which says who ended it.
            "safety.raised",
            "safety.acknowledged",
            "safety.escalated",
            "safety.ended",
            "safety.location-shredded",
            "sessions.opened",
            "sessions.ended");

    private final Community town = new Community();
    private final Actor.Person author = town.person();
    private final Group group = town.openGroup(author);
    private final Post post = town.post(author, group);
    private final Comment comment = town.comment(author, post);
    private final Message message = town.somoim.chat().send(author, Conversation.idOf(group.id()), Prose.of("Said"));
    private final Actor.Person moderator = town.moderatorOf(group);

    private final Category category = town.somoim
            .forumCategories()
            .make(Actor.host("test"), null, CategoryDraft.open(Line.of("Forum"), ForumType.DISCUSSION));
    private final Topic topic = town.somoim
            .forumTopics()
            .open(
                    author,
                    category.id(),
                    new TopicDraft(Line.of("A topic"), Prose.of("About it"), PostType.DISCUSSION, Tags.NONE));
    private final ForumPost forumPost = town.somoim.forumPosts().write(author, topic.id(), Prose.of("Said"));

    private static Map<String, Class<?>> facts() {
        return FAMILIES.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(toMap(Fact::nameOf, type -> type, (one, other) -> one, TreeMap::new));
    }

    @Test
    void everyFactIsDecidedUpon() {
        Set<String> decided =
                Stream.concat(CRITICAL.keySet().stream(), NOT_CRITICAL.stream()).collect(toSet());

        assertThat(facts().keySet()).containsExactlyInAnyOrderElementsOf(decided);
        assertThat(CRITICAL.keySet()).doesNotContainAnyElementsOf(NOT_CRITICAL);
    }

    @Test
    void everyDeedComesOfAFact() {
        Set<Deed> variants = Set.of(
                Deed.SITE_MODERATOR_APPOINTED,
                Deed.SITE_ADMIN_APPOINTED,
                Deed.GROUP_MODERATOR_APPOINTED,
                Deed.GROUP_ADMIN_APPOINTED,
                Deed.MEASURE_OVERTURNED,
                Deed.FLAGGER_DISMISSED);

        assertThat(Stream.concat(CRITICAL.values().stream(), variants.stream()))
                .containsExactlyInAnyOrder(Deed.values());
    }

    @TestFactory
    Stream<DynamicTest> aCriticalFactMakesOneEntryAndAnyOtherNone() {
        return facts().entrySet().stream()
                .map(fact -> DynamicTest.dynamicTest(fact.getKey(), () -> {
                    long before = newest();
                    announce(sample(fact.getValue()));

                    Deed deed = CRITICAL.get(fact.getKey());
                    assertThat(newest() - before).isEqualTo(deed == null ? 0 : 1);
                    if (deed != null) {
                        assertThat(town.ports.audit().before(Long.MAX_VALUE, AuditFilter.ALL, 1))
                                .extracting(Entry::deed)
                                .containsExactly(deed);
                    }
                }));
    }

    private long newest() {
        return town.somoim.audit().head(Actor.host("test")).entries();
    }

    private void announce(Fact fact) {
        var chain = new AuditChain(
                town.ports.audit(),
                town.ports.auditKey(),
                List.of(
                        new AccountAudit(),
                        new SessionAudit(),
                        new IdentityAudit(),
                        new GroupAudit(),
                        new PostAudit(town.ports.posts(), town.ports.comments()),
                        new ErasureAudit(),
                        new ModerationAudit(),
                        new ChatAudit(town.ports.chat()),
                        new ForumAudit(town.ports.topics(), town.ports.forumPosts()),
                        new OperatorAudit(),
                        new OperationsAudit()));
        var work = new Work(town.ports.transactor(), town.ports.facts(), town.ports.ids(), town.clock, List.of(chain));
        work.call(tx -> {
            tx.announce(fact);
            return fact;
        });
    }

    /** Done by a moderator to what the author wrote. */
    private Fact sample(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return (Fact) constructor.newInstance(
                Arrays.stream(components).map(this::value).toArray());
    }

    private Object value(RecordComponent component) {
        return switch (component.getName()) {
            case "after" -> Membership.Role.MEMBER;
            case "postId" -> isOfForum(component) ? forumPost.id() : post.id();
            case "topicId" -> topic.id();
            case "by" -> isOfForum(component) ? moderator.id() : anyOf(component.getType());
            case "commentId" -> comment.id();
            case "messageId" -> message.id();
            case "change" -> 1L;
            case "userId" -> moderator.id();
            default -> anyOf(component.getType());
        };
    }

    private static boolean isOfForum(RecordComponent component) {
        return component.getDeclaringRecord().getDeclaringClass() == ForumFact.class;
    }

    private static Object anyOf(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return true;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : new Id<>(new UUID(5, 5));
    }
}
