package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.groups.GroupRows.group;
import static org.somoim.groups.GroupRows.membership;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.Standing;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;

class MembershipTest {
    @Test
    @Covers({"MEM-3", "X2"})
    void theTableOfMovesIsTheOneRequired() {
        for (Status to : Status.values()) {
            assertThat(Status.isMove(null, to)).as("none to %s", to).isEqualTo(Turmoil.isMove(null, to));
            for (Status from : Status.values()) {
                assertThat(Status.isMove(from, to)).as("%s to %s", from, to).isEqualTo(Turmoil.isMove(from, to));
            }
        }
    }

    @Test
    @Covers({"MEM-2", "X1"})
    void aRoleBelongsToAnActiveMembershipAndToNoOther() {
        Group group = group(1, 0);

        assertThatThrownBy(() -> membership(group, GroupRows.ONE.id(), Status.INVITED, Role.MEMBER, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> membership(group, GroupRows.ONE.id(), Status.ACTIVE, null, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyMembersTheInvitedAndTheBannedAreMoreOrLessThanAnyPerson() {
        Group group = group(1, 0);
        for (Role role : Role.values()) {
            assertThat(membership(group, GroupRows.ONE.id(), Status.ACTIVE, role, 1)
                            .standing())
                    .isEqualTo(Standing.valueOf(role.name()));
        }
        for (Status status : Status.values()) {
            Standing expected =
                    switch (status) {
                        case INVITED -> Standing.INVITED;
                        case BANNED -> Standing.BANNED;
                        case ACTIVE -> Standing.MEMBER;
                        case REQUESTED, LEFT, DECLINED, REMOVED -> Standing.PERSON;
                    };
            Role role = status == Status.ACTIVE ? Role.MEMBER : null;
            assertThat(membership(group, GroupRows.ONE.id(), status, role, 1).standing())
                    .isEqualTo(expected);
        }
    }
}
