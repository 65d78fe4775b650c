package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.groups.GroupRows.group;
import static org.somoim.groups.GroupRows.id;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;

/** What every store of invites does. */
@Covers("MEM-4")
public interface InviteStoreContract extends GroupRows {

    static Secrets.Digest digest(int number) {
        return new Secrets.Secret("secret " + number).digest();
    }

    /** A link made so many seconds after noon, that expires an hour later. */
    static Invite link(int number, Group group, int maxUses, int seconds) {
        Instant at = NOON.plusSeconds(seconds);
        return new Invite(
                id(number), group.id(), Invite.Kind.LINK, null, OWNER.id(), maxUses, 0, at.plusSeconds(3600), null, at);
    }

    private Invite add(Invite invite, int number) {
        transactor().run(() -> invites().add(invite, digest(number)));
        return invite;
    }

    @Test
    default void anInviteIsFoundByItsIdAndByItsDigest() {
        Group group = put(group(1, 0));
        Invite link = add(link(1, group, 3, 0), 1);
        Invite mail = add(
                new Invite(
                        id(2),
                        group.id(),
                        Invite.Kind.EMAIL,
                        Email.of("friend@example.org"),
                        ONE.id(),
                        1,
                        0,
                        NOON.plusSeconds(60),
                        null,
                        NOON),
                2);

        assertThat(invites().find(link.id())).contains(link);
        assertThat(invites().findByDigest(digest(2))).contains(mail);
        assertThat(invites().findByDigest(digest(3))).isEmpty();
        assertThatThrownBy(() -> add(link(3, group, 1, 0), 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void anInviteIsUsedAsOftenAsItSaysAndNotAfterItsTime() {
        Invite link = add(link(1, put(group(1, 0)), 2, 0), 1);
        transactor().run(() -> {
            assertThat(invites().use(link.id(), link.expiresAt())).isFalse();
            assertThat(invites().use(link.id(), link.expiresAt().minusMillis(1)))
                    .isTrue();
            assertThat(invites().use(link.id(), NOON)).isTrue();
            assertThat(invites().use(link.id(), NOON)).isFalse();
        });
        assertThat(invites().find(link.id()).map(Invite::uses)).contains(2);
    }

    @Test
    default void aRevokedInviteIsNotUsed() {
        Invite link = add(link(1, put(group(1, 0)), 2, 0), 1);
        transactor().run(() -> {
            assertThat(invites().revoke(link.id(), NOON)).isTrue();
            assertThat(invites().revoke(link.id(), NOON)).isFalse();
            assertThat(invites().use(link.id(), NOON)).isFalse();
        });
        assertThat(invites().find(link.id()).map(Invite::revokedAt)).contains(NOON);
    }

    @Test
    default void openInvitesAreListedNewestFirst() {
        Group group = put(group(1, 0));
        Invite first = add(link(1, group, 1, 1), 1);
        Invite second = add(link(2, group, 1, 2), 2);
        Invite revoked = add(link(3, group, 1, 3), 3);
        Invite used = add(link(4, group, 1, 4), 4);
        add(link(5, put(group(2, 0)), 1, 5), 5);
        transactor().run(() -> {
            invites().revoke(revoked.id(), NOON);
            invites().use(used.id(), NOON);
        });

        assertThat(invites().open(group.id(), NOON, null, 10)).containsExactly(second, first);
        assertThat(invites().open(group.id(), NOON, Cursor.of(second.createdAt(), second.id()), 10))
                .containsExactly(first);
        assertThat(invites().open(group.id(), first.expiresAt(), null, 10)).containsExactly(second);
    }

    @Test
    default void expiredInvitesArePruned() {
        Group group = put(group(1, 0));
        Invite first = add(link(1, group, 1, 1), 1);
        Invite second = add(link(2, group, 1, 2), 2);

        transactor().run(() -> {
            assertThat(invites().prune(second.expiresAt(), 10)).isEqualTo(1);
            assertThat(invites().prune(second.expiresAt().plusSeconds(1), 0)).isZero();
        });
        assertThat(invites().find(first.id())).isEmpty();
        assertThat(invites().find(second.id())).contains(second);
    }
}
