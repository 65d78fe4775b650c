package org.somoim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Password;
import org.somoim.chat.Conversation;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.groups.Group;
import org.somoim.groups.Membership.Role;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.operations.FakeUpkeep;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Post;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** In the library as it is put together, whatever is critical comes into the audit log by being done. */
@Covers("FUT-14")
class EveryDeedTest {
    private static final Actor HOST = Actor.host("test");
    private static final Password NEXT = Password.of("a battery of staple horses");

    private final Community town = new Community();
    private final Somoim somoim = town.somoim;
    private final Set<Deed> awaited = new TreeSet<>(Set.of(Deed.values()));

    private void did(Deed deed, Runnable change) {
        long before = somoim.audit().head(HOST).entries();
        change.run();

        assertThat(somoim.audit().entries(HOST, AuditFilter.ALL, Page.Ask.first(50)).items().stream()
                        .filter(entry -> entry.number() > before)
                        .map(Entry::deed))
                .containsOnlyOnce(deed);
        awaited.remove(deed);
    }

    private Secrets.Secret secretTo(Email address) {
        somoim.deliver();
        return ((MemoryMailer) town.ports.mailer()).secret(address);
    }

    @Test
    void everyDeedIsDone() {
        accounts();
        groups();
        dueProcess();
        forum();
        Actor.Person person = town.person();
        did(Deed.ERASURE_ASKED, () -> somoim.personalData().erase(HOST, person.id(), Wish.REMOVE, Map.of()));
        Actor.Person other = town.person();
        did(Deed.ERASURE_FINISHED, () -> somoim.personalData().erase(HOST, other.id(), Wish.REMOVE, Map.of()));
        did(Deed.KEYS_ROTATED, () -> somoim.audit().note(HOST, new AuditFact.KeysRotated()));
        did(Deed.BACKUP_RESTORED, () -> somoim.audit().note(HOST, new AuditFact.BackupRestored()));

        did(Deed.BACKUP_TAKEN, () -> somoim.operations().backUp(HOST, new FakeUpkeep()));
        long position = setAside(new Word("notifications"));
        did(Deed.FACT_RETRIED, () -> somoim.operations().retry(HOST, new Word("notifications"), position));

        assertThat(awaited).isEmpty();
        assertThat(somoim.audit().verify(HOST).isIntact()).isTrue();
    }

    private long setAside(Word listener) {
        return town.ports.transactor().call(() -> {
            long newest = town.ports.facts().newest();
            town.ports
                    .facts()
                    .setAside(new FactLog.SetAside(
                            listener, newest, 8, new FactLog.Error("IllegalStateException"), town.clock.instant()));
            return newest;
        });
    }

    private void accounts() {
        Email address = Email.of("minji@example.org");
        Email moved = Email.of("other@example.org");
        Actor.Person minji = town.person("Minji", address);
        did(Deed.SITE_ADMIN_APPOINTED, () -> somoim.accounts().appoint(HOST, minji.id(), SiteRole.ADMIN));
        town.admin();
        did(Deed.SITE_MODERATOR_APPOINTED, () -> somoim.accounts().appoint(HOST, minji.id(), SiteRole.MODERATOR));
        did(Deed.SITE_USER_APPOINTED, () -> somoim.accounts().appoint(HOST, minji.id(), SiteRole.USER));
        did(Deed.ACCOUNT_SUSPENDED, () -> somoim.accounts().suspend(HOST, minji.id()));
        did(Deed.ACCOUNT_REINSTATED, () -> somoim.accounts().reinstate(HOST, minji.id()));
        somoim.passwords().logIn(Actor.visitor(), address, Community.PASSWORD, Origin.UNKNOWN);
        did(Deed.ACCOUNT_DEACTIVATED, () -> somoim.accounts().deactivate(minji));
        did(Deed.ACCOUNT_REOPENED, () -> somoim.passwords()
                .logIn(Actor.visitor(), address, Community.PASSWORD, Origin.UNKNOWN));
        somoim.sessions().open(minji, null);
        did(Deed.SESSIONS_REVOKED, () -> somoim.sessions().endAllOf(HOST, minji.id()));
        var session = somoim.sessions().open(minji, null);
        somoim.sessions().refresh(Actor.visitor(), session.refreshToken());
        did(
                Deed.TOKEN_REUSED,
                () -> assertRefused(
                        "sessions.ended", () -> somoim.sessions().refresh(Actor.visitor(), session.refreshToken())));
        did(Deed.PASSWORD_CHANGED, () -> somoim.passwords().change(minji, Community.PASSWORD, NEXT));
        var gateway = new Identity(new Word("gateway"), new Subject("minji"));
        did(Deed.IDENTITY_LINKED, () -> somoim.identities().link(minji, new Arrival(gateway, address, null, null)));
        did(Deed.IDENTITY_UNLINKED, () -> somoim.identities().unlink(minji, gateway.provider()));
        somoim.addresses().change(minji, NEXT, moved);
        did(Deed.ADDRESS_CHANGED, () -> somoim.addresses().confirm(Actor.visitor(), secretTo(moved)));
    }

    private void forum() {
        var categories = somoim.forumCategories();
        var category = categories
                .make(
                        HOST,
                        null,
                        new CategoryDraft(Line.of("Forum"), null, ForumType.DISCUSSION, true, ExperienceLevel.NEWCOMER))
                .id();
        Actor.Person keeper = town.person();
        Actor.Person author = town.person();
        did(Deed.CATEGORY_MODERATOR_APPOINTED, () -> categories.appoint(HOST, category, keeper.id()));
        var draft = new TopicDraft(Line.of("A topic"), Prose.of("About it"), PostType.DISCUSSION, Tags.NONE);
        Topic topic = somoim.forumTopics().open(keeper, category, draft);
        Topic other = somoim.forumTopics().open(keeper, category, draft);
        ForumPost refused = somoim.forumPosts().write(author, topic.id(), Prose.of("Buy this"));
        did(Deed.FORUM_POST_REJECTED, () -> somoim.forumCuration().reject(keeper, refused.id()));
        ForumPost post = somoim.forumPosts().write(author, topic.id(), Prose.of("Said"));
        somoim.forumCuration().approve(keeper, post.id());
        did(Deed.FORUM_POST_REMOVED, () -> somoim.forumPosts().delete(keeper, post.id()));
        did(Deed.TOPIC_MERGED, () -> somoim.forumCuration().merge(keeper, other.id(), topic.id()));
        Topic theirs = somoim.forumTopics().open(author, category, draft);
        did(Deed.TOPIC_REMOVED, () -> somoim.forumTopics().delete(keeper, theirs.id()));
        did(Deed.CATEGORY_MODERATOR_DISMISSED, () -> categories.dismiss(HOST, category, keeper.id()));
        var empty = categories
                .make(HOST, null, CategoryDraft.open(Line.of("Empty"), ForumType.DISCUSSION))
                .id();
        did(Deed.CATEGORY_REMOVED, () -> categories.remove(HOST, empty));
    }

    private void groups() {
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        did(Deed.GROUP_ADMIN_APPOINTED, () -> somoim.members().appoint(owner, group.id(), member.id(), Role.ADMIN));
        did(Deed.GROUP_MODERATOR_APPOINTED, () -> somoim.members()
                .appoint(owner, group.id(), member.id(), Role.MODERATOR));
        did(Deed.GROUP_MEMBER_APPOINTED, () -> somoim.members().appoint(owner, group.id(), member.id(), Role.MEMBER));
        Post post = town.post(member, group);
        var comment = town.comment(member, post);
        var message = somoim.chat().send(member, Conversation.idOf(group.id()), Prose.of("Buy this"));
        did(Deed.MESSAGE_REMOVED, () -> somoim.chat().delete(owner, message.id()));
        did(Deed.COMMENT_REMOVED, () -> somoim.comments().delete(owner, comment.id()));
        did(Deed.POST_REMOVED, () -> somoim.posts().delete(owner, post.id()));
        did(Deed.MEMBER_REMOVED, () -> somoim.members().remove(owner, group.id(), member.id()));
        did(Deed.MEMBER_BANNED, () -> somoim.members().ban(owner, group.id(), member.id()));
        did(Deed.BAN_LIFTED, () -> somoim.members().liftBan(owner, group.id(), member.id()));
        did(Deed.GROUP_DELETED, () -> somoim.groups().delete(owner, group.id()));
        did(Deed.GROUP_RESTORED, () -> somoim.groups().restore(owner, group.id()));
        Actor.Person heir = town.memberOf(group);
        did(Deed.OWNERSHIP_TRANSFERRED, () -> somoim.members().transfer(owner, group.id(), heir.id()));
        somoim.accounts().suspend(HOST, heir.id());
        did(Deed.OWNERSHIP_INHERITED, () -> somoim.members().passOn(HOST, group.id()));
    }

    private void dueProcess() {
        Group group = town.openGroup(town.person());
        Actor.Person author = town.memberOf(group);
        Actor.Person one = judge();
        Actor.Person other = judge();
        Measure[] taken = new Measure[1];
        did(Deed.MEASURE_TAKEN, () -> taken[0] = decided(one, town.post(author, group), Measure.Kind.HIDE));
        Appeals.Own appeal = somoim.appeals().object(author, taken[0].id(), Prose.of("Why?"));
        did(Deed.APPEAL_JUDGED, () -> somoim.appeals().uphold(other, appeal.id(), Prose.of("It stands")));
        did(Deed.MEASURE_LIFTED, () -> somoim.appeals().lift(HOST, taken[0].id()));
        Measure wrong = decided(one, town.post(author, group), Measure.Kind.HIDE);
        Appeals.Own another = somoim.appeals().object(author, wrong.id(), Prose.of("Why?"));
        did(Deed.MEASURE_OVERTURNED, () -> somoim.appeals().overturn(other, another.id(), Prose.of("It was wrong")));
        did(Deed.MEASURE_PROPOSED, () -> taken[0] = decided(one, town.post(author, group), Measure.Kind.BAN));
        did(Deed.MEASURE_DECLINED, () -> somoim.cases().disagree(other, taken[0].id()));
        Case held = somoim.cases().open(one, about(town.post(author, group)), Ground.SPAM);
        did(Deed.CASE_DISMISSED, () -> somoim.cases().dismiss(one, held.id(), held.version()));
        did(Deed.FLAGGER_APPOINTED, () -> somoim.oversight().trust(HOST, author.id(), true));
        did(Deed.FLAGGER_DISMISSED, () -> somoim.oversight().trust(HOST, author.id(), false));
    }

    private Actor.Person judge() {
        Actor.Person judge = town.person();
        somoim.accounts().appoint(HOST, judge.id(), SiteRole.MODERATOR);
        return judge;
    }

    private static org.somoim.moderation.Subject about(Post post) {
        return org.somoim.moderation.Subject.of("post", post.id());
    }

    private Measure decided(Actor by, Post post, Measure.Kind kind) {
        Case held = somoim.cases().open(by, about(post), Ground.SPAM);
        Ruling ruling = new Ruling(kind, Ground.SPAM, Line.of("A rule"), Prose.of("What was found"), null, 0, false);
        return somoim.cases().decide(by, held.id(), held.version(), ruling);
    }
}
