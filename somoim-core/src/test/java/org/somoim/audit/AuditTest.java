package org.somoim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.somoim.memory.Refused.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.access.SiteRole;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Post;

@Covers({"FUT-14", "MOD-4"})
class AuditTest {
    private static final Actor HOST = Actor.host("test");

    private final Community town = new Community();
    private final Audit audit = town.somoim.audit();

    private List<Entry> newest(int limit) {
        return audit.entries(HOST, AuditFilter.ALL, Page.Ask.first(limit)).items();
    }

    @Test
    void whoDidWhatToWhomIsThereAsSoonAsItIsDone() {
        Actor.Person admin = town.admin();
        Actor.Person person = town.person();
        town.somoim.accounts().suspend(admin, person.id());

        assertThat(newest(2))
                .extracting(Entry::number, Entry::at, Entry::who, Entry::deed, Entry::about)
                .containsExactly(
                        tuple(2L, town.clock.instant(), Who.person(admin.id()), Deed.ACCOUNT_SUSPENDED, person.id()),
                        tuple(1L, town.clock.instant(), Who.HOST, Deed.SITE_ADMIN_APPOINTED, admin.id()));
    }

    @Test
    void whatIsUndoneIsNotInIt() {
        Actor.Person person = town.person();

        assertThatThrownBy(() -> town.somoim.together(() -> {
                    town.somoim.accounts().suspend(HOST, person.id());
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");

        assertThat(newest(1)).isEmpty();
        assertThat(audit.verify(HOST).isIntact()).isTrue();
    }

    @Test
    void aModeratorWhoTakesAPostAwayIsInItAndAnAuthorIsNot() {
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        Post own = town.post(member, group);
        Post other = town.post(member, group);

        town.somoim.posts().delete(member, own.id());
        town.somoim.posts().delete(owner, other.id());

        assertThat(newest(10))
                .extracting(Entry::who, Entry::deed, Entry::about, Entry::thing)
                .containsExactly(tuple(Who.person(owner.id()), Deed.POST_REMOVED, member.id(), other.id()));
    }

    @Test
    void onlyThoseWhoRunTheCommunityReadIt() {
        Actor.Person person = town.person();
        Actor.Person moderator = town.person();
        town.somoim.accounts().appoint(HOST, moderator.id(), SiteRole.MODERATOR);

        for (Actor.Person other : List.of(person, moderator)) {
            assertRefused("access.not-allowed", () -> audit.entries(other, AuditFilter.ALL, Page.Ask.first()));
            assertRefused("access.not-allowed", () -> audit.head(other));
            assertRefused("access.not-allowed", () -> audit.verify(other));
        }
        assertRefused("access.not-signed-in", () -> audit.verify(Actor.visitor()));
        assertRefused("access.not-allowed", () -> audit.note(town.admin(), new AuditFact.KeysRotated()));
        Actor.Person admin = town.admin();
        assertThat(audit.entries(admin, AuditFilter.ALL, Page.Ask.first()).items())
                .isNotEmpty();
        assertThat(audit.verify(admin).isIntact()).isTrue();
    }

    @Test
    void itIsReadPageByPageNewestFirst() {
        Group group = town.openGroup(town.person());
        for (int i = 0; i < 7; i++) {
            town.banned(group);
        }
        var numbers = new ArrayList<Long>();
        var ask = Page.Ask.first(3);
        while (true) {
            Page<Entry> page = audit.entries(HOST, AuditFilter.about(group.id()), ask);
            page.items().forEach(entry -> numbers.add(entry.number()));
            if (page.next() == null) {
                break;
            }
            ask = new Page.Ask(page.next(), 3);
        }

        assertThat(numbers).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    @Covers("ACC-8")
    void theChainHoldsWhenSomebodyInItIsErased() {
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        town.somoim.members().appoint(owner, group.id(), member.id(), Membership.Role.ADMIN);
        Head before = audit.head(HOST);

        town.somoim.personalData().erase(HOST, member.id(), Wish.REMOVE, Map.of());

        assertThat(audit.verify(HOST, before).isIntact()).isTrue();
        assertThat(newest(3))
                .extracting(Entry::deed, Entry::about)
                .containsExactly(
                        tuple(Deed.ERASURE_FINISHED, member.id()),
                        tuple(Deed.ERASURE_ASKED, member.id()),
                        tuple(Deed.GROUP_ADMIN_APPOINTED, member.id()));
    }

    @Test
    void whatWasNotedElsewhereTellsAChainThatWasWrittenAnew() {
        town.admin();
        Head now = audit.head(HOST);

        assertThat(audit.verify(HOST, now).isIntact()).isTrue();
        assertThat(audit.verify(HOST, new Head(1, new Digest("a".repeat(64)))).broken())
                .isEqualTo(new Verification.Break(1, Verification.Flaw.NOT_AS_NOTED));
        assertThat(audit.verify(HOST, new Head(2, now.hash())).broken())
                .isEqualTo(new Verification.Break(2, Verification.Flaw.CUT_OFF));
    }

    @Test
    @Covers("X36")
    void healthSaysWhatTheLastWalkFoundAndUnknownBefore() {
        town.admin();
        assertThat(town.somoim.health().auditLog()).isEqualTo(Health.Part.UNKNOWN);
        audit.verify(HOST);
        assertThat(town.somoim.health().auditLog()).isEqualTo(Health.Part.HEALTHY);
    }

    @Test
    void theHostNotesWhatTheLibraryCannotSee() {
        audit.note(HOST, new AuditFact.KeysRotated());

        assertThat(newest(1)).extracting(Entry::who, Entry::deed).containsExactly(tuple(Who.HOST, Deed.KEYS_ROTATED));
    }
}
