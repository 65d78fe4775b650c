package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.groups.GroupRows.group;
import static org.somoim.groups.GroupRows.id;
import static org.somoim.groups.GroupRows.membership;
import static org.somoim.groups.GroupRows.terms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Sight;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/** What every store of groups does. */
public interface GroupStoreContract extends GroupRows {

    private List<Id<Group>> seen(GroupFilter filter, @Nullable Cursor after, int limit) {
        Sight sight = new Sight(ONE.id(), Standing.PERSON, Standing.PERSON, Standing.INVITED);
        return groups().seen(sight, filter, after, limit).stream()
                .map(Group::id)
                .toList();
    }

    private List<Id<Group>> seen(GroupFilter filter) {
        return seen(filter, null, 10);
    }

    @Test
    @Covers({"GRP-1", "GRP-2", "GRP-3", "GRP-5", "GRP-6", "GRP-11"})
    default void aGroupComesBackAsItWasPut() {
        Group plain = put(group(1, 0));
        Group full = put(new Group(
                id(2),
                Line.of("책 \"모임\" 🦊"),
                Prose.of("여러\n줄"),
                new Word("books"),
                Group.Kind.CREW,
                Visibility.PRIVATE,
                Group.JoinPolicy.INVITE,
                Group.InvitePolicy.ADMINS,
                true,
                7,
                3,
                id(99),
                OWNER.id(),
                NOON,
                NOON.plusSeconds(1),
                NOON.plusSeconds(2)));

        assertThat(groups().find(plain.id())).contains(plain);
        assertThat(groups().find(full.id())).contains(full);
        assertThat(groups().find(id(3))).isEmpty();
        assertThat(groups().findAll(Set.of(plain.id(), full.id(), id(3)))).containsExactlyInAnyOrder(plain, full);
        assertThat(groups().findAll(Set.of())).isEmpty();
    }

    @Test
    default void puttingAGroupAgainChangesItsTermsAndKeepsItsCount() {
        Group group = put(group(1, 0));
        transactor().run(() -> groups().takeSeat(group.id()));
        put(group.on(terms(Visibility.SECRET), NOON.plusSeconds(9)));

        assertThat(groups().find(group.id())).hasValueSatisfying(found -> {
            assertThat(found.terms()).isEqualTo(terms(Visibility.SECRET));
            assertThat(found.updatedAt()).isEqualTo(NOON.plusSeconds(9));
            assertThat(found.members()).isEqualTo(1);
        });
    }

    @Test
    @Covers("GRP-6")
    default void seatsAreTakenUpToTheLimitAndGivenBack() {
        Group limited = put(group(1, 0, terms(Visibility.PUBLIC).limited(2)));
        transactor().run(() -> {
            assertThat(groups().takeSeat(limited.id())).isTrue();
            assertThat(groups().takeSeat(limited.id())).isTrue();
            assertThat(groups().takeSeat(limited.id())).isFalse();
            groups().giveBackSeat(limited.id());
            assertThat(groups().takeSeat(limited.id())).isTrue();
        });
        assertThat(groups().find(limited.id()).map(Group::members)).contains(2);

        put(limited.on(limited.terms().limited(1), NOON));
        transactor().run(() -> assertThat(groups().takeSeat(limited.id())).isFalse());
    }

    @Test
    @Covers({"GRP-5", "GRP-10"})
    default void theListShowsTheNewestFirstAndWhatIsInSight() {
        Group open = put(group(1, 0));
        Group secret = put(group(2, 1, terms(Visibility.SECRET)));
        Group hidden = put(group(3, 2, terms(Visibility.SECRET)));
        Group shut = put(group(4, 3));
        Group deleted = put(group(5, 4).deleted(NOON));
        Group alsoNow = put(group(6, 0));
        put(membership(secret, ONE.id(), Status.INVITED, null, 1));
        put(membership(hidden, ONE.id(), Status.LEFT, null, 2));
        put(membership(hidden, TWO.id(), Status.ACTIVE, Role.MEMBER, 3));
        put(membership(shut, ONE.id(), Status.BANNED, null, 4));
        put(membership(deleted, ONE.id(), Status.ACTIVE, Role.OWNER, 5));

        assertThat(seen(GroupFilter.ALL)).containsExactly(secret.id(), alsoNow.id(), open.id());
        assertThat(seen(GroupFilter.ALL, null, 2)).containsExactly(secret.id(), alsoNow.id());
        assertThat(seen(GroupFilter.ALL, Cursor.of(NOON, alsoNow.id()), 2)).containsExactly(open.id());
    }

    @Test
    @Covers({"GRP-2", "GRP-10", "GRP-11"})
    default void theListIsFilteredByAllThatIsAskedFor() {
        Group walk = put(group(
                1,
                0,
                terms(Visibility.PUBLIC).named(Line.of("Ｗalking 100%_Club")).about(new Word("hiking"))));
        Group family = put(Group.of(
                id(2),
                terms(Visibility.PRIVATE).named(Line.of("우리 가족")),
                Group.Kind.FAMILY,
                0,
                null,
                OWNER.id(),
                NOON,
                NOON,
                null));
        Group crew = put(Group.of(
                id(3),
                terms(Visibility.PUBLIC).about(new Word("hiking")),
                Group.Kind.CREW,
                0,
                id(50),
                OWNER.id(),
                NOON,
                NOON,
                null));

        assertThat(seen(GroupFilter.category(new Word("hiking")))).containsExactly(crew.id(), walk.id());
        assertThat(seen(GroupFilter.named(Line.of("WALKING")))).containsExactly(walk.id());
        assertThat(seen(GroupFilter.named(Line.of("0%_c")))).containsExactly(walk.id());
        assertThat(seen(GroupFilter.named(Line.of("0_c")))).isEmpty();
        assertThat(seen(GroupFilter.named(Line.of("가족")))).containsExactly(family.id());
        assertThat(seen(new GroupFilter(null, null, Group.Kind.FAMILY, null))).containsExactly(family.id());
        assertThat(seen(GroupFilter.event(id(50)))).containsExactly(crew.id());
        assertThat(seen(new GroupFilter(new Word("hiking"), Line.of("club"), Group.Kind.CREW, null)))
                .isEmpty();
    }

    @Test
    default void groupsDeletedBeforeATimeAreToldLongestFirst() {
        put(group(1, 0));
        put(group(2, 0).deleted(NOON.plusSeconds(2)));
        put(group(3, 0).deleted(NOON.plusSeconds(1)));
        put(group(4, 0).deleted(NOON.plusSeconds(3)));

        assertThat(groups().deletedBefore(NOON.plusSeconds(3), 10)).containsExactly(id(3), id(2));
        assertThat(groups().deletedBefore(NOON.plusSeconds(9), 1)).containsExactly(id(3));
    }

    @Test
    @Covers("DAT-5")
    default void aGroupThatIsRemovedTakesAlongAllThatIsInsideIt() {
        Group group = put(group(1, 0));
        Group other = put(group(2, 0));
        put(membership(group, ONE.id(), Status.ACTIVE, Role.OWNER, 1));
        Membership stays = put(membership(other, ONE.id(), Status.ACTIVE, Role.OWNER, 2));
        transactor().run(() -> memberships()
                .log(new MembershipChange(
                        id(1), group.id(), ONE.id(), null, null, Status.ACTIVE, Role.OWNER, ONE.id(), NOON)));
        Invite invite = InviteStoreContract.link(1, group, 1, 10);
        transactor().run(() -> invites().add(invite, InviteStoreContract.digest(1)));

        transactor().run(() -> assertThat(groups().remove(group.id())).isTrue());
        transactor().run(() -> assertThat(groups().remove(group.id())).isFalse());
        assertThat(groups().find(group.id())).isEmpty();
        assertThat(memberships().find(group.id(), ONE.id())).isEmpty();
        assertThat(memberships().history(group.id(), null, 10)).isEmpty();
        assertThat(invites().find(invite.id())).isEmpty();
        assertThat(memberships().find(other.id(), ONE.id())).contains(stays);
    }
}
