package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.somoim.access.Visibility;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.groups.Group.InvitePolicy;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;

/** Rows for the contracts of the stores of groups, and the stores they are put into: all on one database. */
public interface GroupRows {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Account OWNER = AccountStoreContract.account("owner@example.org");
    Account ONE = AccountStoreContract.account("one@example.org");
    Account TWO = AccountStoreContract.account("two@example.org");

    GroupStore groups();

    MembershipStore memberships();

    InviteStore invites();

    AccountStore accounts();

    Transactor transactor();

    @BeforeEach
    default void peopleHaveAccounts() {
        transactor().run(() -> {
            for (Account account : new Account[] {OWNER, ONE, TWO}) {
                assertThat(accounts().add(account)).isTrue();
            }
        });
    }

    static <T> Id<T> id(int number) {
        return new Id<>(new UUID(0x7000, number));
    }

    /** A public group made so many seconds after noon. */
    static Group group(int number, int seconds) {
        return group(number, seconds, Terms.of(Group.Kind.SOCIAL, Line.of("Group " + number)));
    }

    static Group group(int number, int seconds, Terms terms) {
        return Group.of(
                id(number),
                terms,
                Group.Kind.SOCIAL,
                0,
                null,
                OWNER.id(),
                NOON.plusSeconds(seconds),
                NOON.plusSeconds(seconds),
                null);
    }

    static Terms terms(Visibility visibility) {
        return new Terms(
                Line.of("A group"), null, null, visibility, JoinPolicy.REQUEST, InvitePolicy.ADMINS, true, null);
    }

    static Membership membership(Group group, Id<User> user, Status status, @Nullable Role role, int seconds) {
        Instant at = NOON.plusSeconds(seconds);
        return new Membership(
                group.id(),
                user,
                status,
                role,
                null,
                OWNER.id(),
                id(seconds),
                Membership.isPutOut(status),
                role == null ? null : at,
                at,
                at);
    }

    /** In a change. */
    default Group put(Group group) {
        transactor().run(() -> groups().put(group));
        return group;
    }

    /** In a change. */
    default Membership put(Membership membership) {
        transactor().run(() -> memberships().put(membership));
        return membership;
    }
}
