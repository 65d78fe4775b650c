package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Visibility;
import org.somoim.groups.Group.InvitePolicy;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;

class GroupsTest {
    private final Community town = new Community();
    private final Groups groups = town.somoim.groups();
    private final Memberships memberships = town.somoim.memberships();
    private final Members members = town.somoim.members();
    private final Actor.Person owner = town.person();

    private List<Group> browsed(Actor actor, GroupFilter filter) {
        return groups.browse(actor, filter, Page.Ask.first(50)).items();
    }

    // Creating

    @Test
    @Covers({"GRP-1", "GRP-3", "GRP-7", "MEM-1", "MEM-2", "X1"})
    void whoeverCreatesAGroupOwnsItAndIsItsFirstMember() {
        Terms terms = Terms.of(Group.Kind.SOCIAL, Line.of("산책 모임"))
                .described(Prose.of("매주 토요일"))
                .about(new Word("hiking"));
        Group group = groups.create(owner, NewGroup.social(terms));

        assertThat(group.name()).isEqualTo(Line.of("산책 모임"));
        assertThat(group.description()).isEqualTo(Prose.of("매주 토요일"));
        assertThat(group.createdBy()).isEqualTo(owner.id());
        assertThat(group.createdAt()).isEqualTo(town.clock.instant());
        assertThat(group.members()).isEqualTo(1);
        Membership own = memberships.own(owner, group.id());
        assertThat(own.role()).isEqualTo(Role.OWNER);
        assertThat(own.joinedAt()).isEqualTo(town.clock.instant());
        assertThat(groups.find(owner, group.id())).isEqualTo(group);
    }

    @Test
    @Covers({"GRP-5", "PRF-12"})
    void whoCreatedAGroupIsForThoseWhoMayReadItsMembers() {
        Group closed = town.privateGroup(owner);
        Group open = town.openGroup(owner);
        Actor.Person member = town.memberOf(closed);
        Actor.Person invited = town.invited(closed);
        Actor.Person apart = town.person();
        Actor.Person moderator = town.moderatorOf(open);
        town.somoim.profiles().block(owner, apart.id());
        town.somoim.profiles().block(moderator, owner.id());
        Secrets.Secret link = town.somoim
                .invites()
                .byLink(owner, closed.id(), 9, Invites.USUAL_TIME)
                .secret();

        assertThat(groups.find(member, closed.id()).createdBy()).isEqualTo(owner.id());
        assertThat(groups.find(invited, closed.id()).createdBy()).isNull();
        assertThat(groups.mine(invited, Page.Ask.first()).items())
                .extracting(own -> own.group().createdBy())
                .containsOnlyNulls();
        assertThat(town.somoim.invites().peek(invited, link).createdBy()).isNull();
        assertThat(browsed(invited, GroupFilter.ALL))
                .extracting(Group::createdBy)
                .containsExactly(owner.id(), null);
        assertThat(browsed(apart, GroupFilter.ALL)).extracting(Group::createdBy).containsOnlyNulls();
        assertThat(groups.find(apart, open.id()).createdBy()).isNull();
        assertThat(groups.find(moderator, open.id()).createdBy()).isEqualTo(owner.id());
    }

    @Test
    @Covers({"GRP-5", "X24"})
    void aGroupIsPublicAndOpenUnlessItSaysOtherwise() {
        Group group = town.openGroup(owner);

        assertThat(group.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(group.joinPolicy()).isEqualTo(JoinPolicy.OPEN);
        assertThat(group.invitePolicy()).isEqualTo(InvitePolicy.ANY_MEMBER);
    }

    @Test
    @Covers({"GRP-6", "X25"})
    void aCrewTakesTenUnlessItSaysOtherwiseAndOtherGroupsAreNotLimited() {
        assertThat(groups.create(owner, NewGroup.of(Group.Kind.CREW, Line.of("Crew")))
                        .maxMembers())
                .isEqualTo(10);
        assertThat(town.openGroup(owner).maxMembers()).isNull();
        assertRefused("groups.no-room-at-all", () -> town.group(owner, terms -> terms.limited(0)));
    }

    @Test
    @Covers({"GRP-11", "X5"})
    void manyCrewsCanGoToOneEventAndAreFoundByIt() {
        Id<?> event = town.event(owner, town.openGroup(owner)).id();
        Group first = crew(event, "first");
        town.clock.advance(Duration.ofMinutes(1));
        Group second = crew(event, "second");
        crew(town.event(owner, town.openGroup(owner)).id(), "elsewhere");

        assertThat(browsed(town.person(), GroupFilter.event(event))).containsExactly(second, first);
        assertRefused(
                "groups.events-are-for-crews",
                () -> groups.create(
                        owner,
                        new NewGroup(Group.Kind.SOCIAL, Terms.of(Group.Kind.SOCIAL, Line.of("not a crew")), event)));
    }

    private Group crew(Id<?> event, String name) {
        return groups.create(owner, new NewGroup(Group.Kind.CREW, Terms.of(Group.Kind.CREW, Line.of(name)), event));
    }

    @Test
    @Covers({"GRP-12", "X24", "X26"})
    void aFamilyIsSecretAndClosedAndOnlyItsAdminsInvite() {
        Group family = town.family(owner);
        Actor.Person child = town.memberOf(family);

        assertThat(family.visibility()).isEqualTo(Visibility.SECRET);
        assertThat(family.joinPolicy()).isEqualTo(JoinPolicy.INVITE);
        assertRefused(
                "access.not-allowed",
                () -> memberships.invite(child, family.id(), town.person().id()));
        members.appoint(owner, family.id(), child.id(), Role.ADMIN);
        memberships.invite(child, family.id(), town.person().id());
        assertRefused(
                "groups.families-are-closed",
                () -> groups.edit(owner, family.id(), terms -> terms.seen(Visibility.PUBLIC)));
        assertRefused(
                "groups.families-are-closed",
                () -> groups.edit(owner, family.id(), terms -> terms.joined(JoinPolicy.OPEN)));
        assertThat(groups.edit(owner, family.id(), terms -> terms.seen(Visibility.PRIVATE))
                        .visibility())
                .isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void aVisitorCreatesNothing() {
        assertRefused(
                "access.not-signed-in",
                () -> groups.create(Actor.visitor(), NewGroup.of(Group.Kind.SOCIAL, Line.of("Nobody's"))));
    }

    // Seeing

    @Test
    @Covers({"GRP-5", "X24"})
    void aStrangerCannotTellASecretGroupFromNone() {
        Group quiet = town.secretGroup(owner);
        Actor.Person stranger = town.person();

        assertRefused("access.not-found", () -> groups.find(stranger, quiet.id()));
        assertRefused("access.not-found", () -> memberships.join(stranger, quiet.id()));
        assertRefused("access.not-found", () -> memberships.request(stranger, quiet.id(), null));
        assertRefused("access.not-found", () -> memberships.leave(stranger, quiet.id()));
        assertRefused("access.not-found", () -> groups.delete(stranger, quiet.id()));
        assertThat(browsed(stranger, GroupFilter.ALL)).isEmpty();
        assertThat(groups.find(town.invited(quiet), quiet.id())).isEqualTo(quiet.withoutCreator());
    }

    @Test
    @Covers({"GRP-2", "GRP-10"})
    void groupsAreFoundByCategoryKindAndPartOfTheName() {
        Group hills =
                town.group(owner, terms -> terms.named(Line.of("Hill Walkers")).about(new Word("hiking")));
        Group books = town.group(owner, terms -> terms.named(Line.of("ＢＯＯＫ 모임")).about(new Word("books")));
        Actor reader = town.person();

        assertThat(browsed(reader, GroupFilter.category(new Word("hiking")))).containsExactly(hills);
        assertThat(browsed(reader, GroupFilter.named(Line.of("walk")))).containsExactly(hills);
        assertThat(browsed(reader, GroupFilter.named(Line.of("book")))).containsExactly(books);
        assertThat(browsed(reader, GroupFilter.named(Line.of("모임")))).containsExactly(books);
        assertThat(browsed(reader, GroupFilter.named(Line.of("%")))).isEmpty();
        assertThat(browsed(reader, new GroupFilter(new Word("hiking"), Line.of("book"), null, null)))
                .isEmpty();
        assertThat(browsed(reader, new GroupFilter(null, null, Group.Kind.FAMILY, null)))
                .isEmpty();
    }

    @Test
    @Covers("GRP-10")
    void browsingGoesOnWhereThePageEnded() {
        for (int i = 0; i < 5; i++) {
            town.openGroup(owner);
        }
        Page<Group> first = groups.browse(owner, GroupFilter.ALL, Page.Ask.first(3));
        Page<Group> second = groups.browse(owner, GroupFilter.ALL, new Page.Ask(first.next(), 3));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void onesOwnGroupsAreThoseOneIsInOrOnTheWayInto() {
        Actor.Person me = town.person();
        Group mine = town.openGroup(me);
        Group invitedTo = town.secretGroup(owner);
        memberships.invite(owner, invitedTo.id(), me.id());
        Group askedFor = town.privateGroup(owner);
        memberships.request(me, askedFor.id(), null);
        Group left = town.openGroup(owner);
        memberships.join(me, left.id());
        memberships.leave(me, left.id());
        Group deleted = town.openGroup(me);
        groups.delete(me, deleted.id());

        assertThat(groups.mine(me, Page.Ask.first()).items())
                .extracting(belonging -> belonging.group().id())
                .containsExactly(askedFor.id(), invitedTo.id(), mine.id());
        groups.edit(owner, askedFor.id(), terms -> terms.seen(Visibility.SECRET));
        assertThat(groups.mine(me, Page.Ask.first()).items())
                .extracting(belonging -> belonging.membership().status())
                .containsExactly(Status.INVITED, Status.ACTIVE);
    }

    // Changing

    @Test
    @Covers("GRP-8")
    void onlyTheOwnerChangesTheTerms() {
        Group group = town.openGroup(owner);
        Actor.Person admin = town.adminOf(group);
        town.clock.advance(Duration.ofHours(1));

        assertRefused(
                "access.not-allowed", () -> groups.edit(admin, group.id(), terms -> terms.named(Line.of("Mine"))));
        Group renamed = groups.edit(owner, group.id(), terms -> terms.named(Line.of("Ours"))
                .described(Prose.of("new"))
                .about(new Word("books"))
                .limited(5)
                .approved(true)
                .invited(InvitePolicy.ADMINS));
        assertThat(renamed.name()).isEqualTo(Line.of("Ours"));
        assertThat(renamed.members()).isEqualTo(2);
        assertThat(renamed.updatedAt()).isEqualTo(town.clock.instant());
        assertThat(renamed.createdAt()).isEqualTo(group.createdAt());
        assertThat(groups.find(admin, group.id())).isEqualTo(renamed);
    }

    @Test
    @Covers({"GRP-5", "GRP-8"})
    void whoSeesAGroupFollowsItsTermsAtOnce() {
        Group group = town.openGroup(owner);
        Actor.Person stranger = town.person();
        members.list(stranger, group.id(), Page.Ask.first());

        groups.edit(owner, group.id(), terms -> terms.seen(Visibility.PRIVATE));
        assertRefused("access.not-allowed", () -> members.list(stranger, group.id(), Page.Ask.first()));
        assertThat(browsed(stranger, GroupFilter.ALL)).hasSize(1);

        groups.edit(owner, group.id(), terms -> terms.seen(Visibility.SECRET));
        assertRefused("access.not-found", () -> groups.find(stranger, group.id()));
        assertThat(browsed(stranger, GroupFilter.ALL)).isEmpty();
    }

    @Test
    void termsThatStayTheSameAreNoChange() {
        Group group = town.openGroup(owner);
        town.clock.advance(Duration.ofHours(1));

        assertThat(groups.edit(owner, group.id(), terms -> terms)).isEqualTo(group);
    }

    // Deleting

    @Test
    @Covers({"GRP-9", "DAT-8", "FUT-13"})
    void aDeletedGroupIsOutOfSightForEveryoneAndComesBackAsItWas() {
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        Actor.Person banned = town.banned(group);
        assertRefused("access.not-allowed", () -> groups.delete(town.adminOf(group), group.id()));

        groups.delete(owner, group.id());
        for (Actor.Person person : List.of(owner, member, banned)) {
            assertRefused("access.not-found", () -> groups.find(person, group.id()));
            assertRefused("access.not-found", () -> members.list(person, group.id(), Page.Ask.first()));
            assertThat(browsed(person, GroupFilter.ALL)).isEmpty();
        }
        assertRefused("access.not-found", () -> memberships.own(member, group.id()));
        assertRefused("access.not-found", () -> groups.restore(member, group.id()));

        town.clock.advance(Groups.RESTORABLE);
        assertThat(groups.restore(owner, group.id()).deletedAt()).isNull();
        assertThat(memberships.own(member, group.id()).role()).isEqualTo(Role.MEMBER);
        assertRefused("access.not-found", () -> groups.find(banned, group.id()));
    }

    @Test
    @Covers("GRP-9")
    void aGroupCannotBeBroughtBackAfterAMonthNorWhileItLives() {
        Group group = town.openGroup(owner);
        assertRefused("access.not-found", () -> groups.restore(owner, group.id()));

        groups.delete(owner, group.id());
        town.clock.advance(Groups.RESTORABLE.plusMillis(1));
        assertRefused("groups.too-late", () -> groups.restore(owner, group.id()));
    }

    @Test
    @Covers({"DAT-5", "DAT-8"})
    void aPurgeRemovesWhatNobodyCanBringBackAndNothingElse() {
        Group over = town.openGroup(owner);
        groups.delete(owner, over.id());
        Group kept = town.openGroup(owner);
        Actor.Person left = town.left(kept);
        town.removed(kept);
        town.banned(kept);
        town.somoim.invites().byLink(owner, kept.id(), 1, Duration.ofHours(1));
        assertThat(groups.purge(Actor.host("night"))).isEqualTo(new Groups.Purged(0, 0, 0));

        town.clock.advance(Groups.KEPT.plusMillis(1));
        assertThat(groups.purge(Actor.host("night"))).isEqualTo(new Groups.Purged(1, 1, 1));
        assertRefused("access.not-found", () -> groups.restore(owner, over.id()));
        assertThat(town.ports.memberships().find(kept.id(), left.id())).isEmpty();
        assertThat(town.ports.memberships().find(over.id(), owner.id())).isEmpty();
        assertThat(members.history(owner, kept.id(), Page.Ask.first()).items())
                .extracting(MembershipChange::userId)
                .contains(left.id());
        assertThat(groups.purge(Actor.host("night"))).isEqualTo(new Groups.Purged(0, 0, 0));
    }

    @Test
    void onlyTheHostAndAdministratorsPurge() {
        assertRefused("access.not-allowed", () -> groups.purge(owner));
        groups.purge(town.admin());
    }
}
