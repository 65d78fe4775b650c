package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.groups.GroupRows.group;
import static org.somoim.groups.GroupRows.id;
import static org.somoim.groups.GroupRows.membership;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.groups.MembershipStore.Tie;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Line;

/** What every store of memberships does. */
public interface MembershipStoreContract extends GroupRows {

    @Test
    @Covers({"MEM-1", "MEM-2", "MEM-3"})
    default void thereIsOneMembershipOfAPersonInAGroupAndItComesBackAsItWasPut() {
        Group group = put(group(1, 0));
        Membership asked = put(new Membership(
                group.id(),
                ONE.id(),
                Status.REQUESTED,
                null,
                Line.of("안녕 \"하세요\""),
                ONE.id(),
                id(7),
                true,
                null,
                NOON,
                NOON.plusSeconds(1)));
        assertThat(memberships().find(group.id(), ONE.id())).contains(asked);

        Membership active = put(new Membership(
                group.id(),
                ONE.id(),
                Status.ACTIVE,
                Role.ADMIN,
                null,
                OWNER.id(),
                id(8),
                false,
                NOON.plusSeconds(2),
                NOON,
                NOON.plusSeconds(2)));
        assertThat(memberships().find(group.id(), ONE.id())).contains(active);
        assertThat(memberships().find(group.id(), TWO.id())).isEmpty();
    }

    @Test
    default void ofManyTiesThoseAreToldThatThereAre() {
        Group group = put(group(1, 0));
        Group other = put(group(2, 0));
        put(membership(group, ONE.id(), Status.ACTIVE, Role.MEMBER, 1));
        put(membership(other, TWO.id(), Status.LEFT, null, 2));
        var here = new Tie(group.id(), ONE.id());
        var gone = new Tie(other.id(), TWO.id());

        assertThat(memberships().ties(Set.of(here, gone, new Tie(group.id(), TWO.id()), new Tie(other.id(), ONE.id()))))
                .containsExactlyInAnyOrder(here, gone);
        assertThat(memberships().ties(Set.of())).isEmpty();
    }

    @Test
    @Covers("X1")
    default void aGroupCannotHaveTwoOwners() {
        Group group = put(group(1, 0));
        put(membership(group, OWNER.id(), Status.ACTIVE, Role.OWNER, 1));

        assertThatThrownBy(() -> put(membership(group, ONE.id(), Status.ACTIVE, Role.OWNER, 2)))
                .isInstanceOf(RuntimeException.class);
        put(membership(put(group(2, 0)), ONE.id(), Status.ACTIVE, Role.OWNER, 3));
        put(membership(group, OWNER.id(), Status.ACTIVE, Role.ADMIN, 4));
        put(membership(group, ONE.id(), Status.ACTIVE, Role.OWNER, 5));
    }

    @Test
    default void membersAreListedLongestFirst() {
        Group group = put(group(1, 0));
        Membership third = put(membership(group, ONE.id(), Status.ACTIVE, Role.MEMBER, 3));
        Membership first = put(membership(group, OWNER.id(), Status.ACTIVE, Role.OWNER, 1));
        put(membership(group, TWO.id(), Status.LEFT, null, 2));
        put(membership(put(group(2, 0)), TWO.id(), Status.ACTIVE, Role.MEMBER, 2));

        assertThat(memberships().members(group.id(), null, 10)).containsExactly(first, third);
        assertThat(memberships().members(group.id(), null, 1)).containsExactly(first);
        assertThat(memberships().members(group.id(), Cursor.of(NOON.plusSeconds(1), OWNER.id()), 10))
                .containsExactly(third);
    }

    @Test
    default void othersAreListedByStatusLongestFirst() {
        Group group = put(group(1, 0));
        Membership second = put(membership(group, ONE.id(), Status.BANNED, null, 2));
        Membership first = put(membership(group, TWO.id(), Status.BANNED, null, 1));
        put(membership(group, OWNER.id(), Status.ACTIVE, Role.OWNER, 1));

        assertThat(memberships().withStatus(group.id(), Status.BANNED, null, 10))
                .containsExactly(first, second);
        assertThat(memberships().withStatus(group.id(), Status.BANNED, Cursor.of(NOON.plusSeconds(1), TWO.id()), 10))
                .containsExactly(second);
        assertThat(memberships().withStatus(group.id(), Status.REQUESTED, null, 10))
                .isEmpty();
    }

    @Test
    default void theTeamIsListedStrongestFirst() {
        Group group = put(group(1, 0));
        Membership moderator = put(membership(group, ONE.id(), Status.ACTIVE, Role.MODERATOR, 1));
        Membership owner = put(membership(group, OWNER.id(), Status.ACTIVE, Role.OWNER, 2));
        put(membership(group, TWO.id(), Status.ACTIVE, Role.MEMBER, 3));

        assertThat(memberships().team(group.id(), Role.MODERATOR)).containsExactly(owner, moderator);
        assertThat(memberships().team(group.id(), Role.ADMIN)).containsExactly(owner);
    }

    @Test
    default void aPersonsOwnAreListedNewestFirstWhereTheGroupLives() {
        Membership active = put(membership(put(group(1, 0)), ONE.id(), Status.ACTIVE, Role.MEMBER, 1));
        Membership invited = put(membership(put(group(2, 0)), ONE.id(), Status.INVITED, null, 2));
        Membership asked = put(membership(put(group(3, 0)), ONE.id(), Status.REQUESTED, null, 3));
        put(membership(put(group(4, 0)), ONE.id(), Status.LEFT, null, 4));
        put(membership(put(group(5, 0).deleted(NOON)), ONE.id(), Status.ACTIVE, Role.OWNER, 5));
        put(membership(put(group(6, 0)), TWO.id(), Status.ACTIVE, Role.MEMBER, 6));

        assertThat(memberships().of(ONE.id(), null, 10)).containsExactly(asked, invited, active);
        assertThat(memberships().of(ONE.id(), Cursor.of(NOON.plusSeconds(3), asked.groupId()), 1))
                .containsExactly(invited);
        assertThat(memberships().activeGroups(ONE.id())).containsExactly(active.groupId());
    }

    @Test
    @Covers("DAT-8")
    default void theLogIsReadNewestFirst() {
        Group group = put(group(1, 0));
        var first =
                new MembershipChange(id(1), group.id(), ONE.id(), null, null, Status.INVITED, null, OWNER.id(), NOON);
        var second = new MembershipChange(
                id(2), group.id(), ONE.id(), Status.INVITED, null, Status.ACTIVE, Role.MEMBER, ONE.id(), NOON);
        transactor().run(() -> {
            memberships().log(first);
            memberships().log(second);
        });

        assertThat(memberships().history(group.id(), null, 10)).containsExactly(second, first);
        assertThat(memberships().history(group.id(), Cursor.of(NOON, second.id()), 10))
                .containsExactly(first);
        assertThatThrownBy(() -> transactor().run(() -> memberships().log(first)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    default void onlyWhatIsOverIsPruned() {
        Group group = put(group(1, 0));
        put(membership(group, ONE.id(), Status.LEFT, null, 1));
        put(membership(group, TWO.id(), Status.DECLINED, null, 2));
        put(membership(group, OWNER.id(), Status.ACTIVE, Role.OWNER, 1));
        put(membership(put(group(2, 0)), ONE.id(), Status.BANNED, null, 1));
        put(membership(put(group(3, 0)), ONE.id(), Status.REMOVED, null, 1));
        put(membership(put(group(4, 0)), ONE.id(), Status.LEFT, null, 5));
        put(new Membership(
                put(group(5, 0)).id(), ONE.id(), Status.DECLINED, null, null, ONE.id(), id(9), true, null, NOON, NOON));

        transactor().run(() -> {
            assertThat(memberships().prune(NOON.plusSeconds(5), 1)).isEqualTo(1);
            assertThat(memberships().prune(NOON.plusSeconds(5), 10)).isEqualTo(1);
            assertThat(memberships().prune(NOON.plusSeconds(5), 10)).isZero();
        });
        assertThat(memberships().find(group.id(), ONE.id())).isEmpty();
        assertThat(memberships().find(id(2), ONE.id())).isPresent();
        assertThat(memberships().find(id(4), ONE.id())).isPresent();
        assertThat(memberships().find(id(5), ONE.id())).isPresent();
    }
}
