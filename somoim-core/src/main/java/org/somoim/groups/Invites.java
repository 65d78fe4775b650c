package org.somoim.groups;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Footing;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.accounts.Accounts;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;

/**
 * Invites by e-mail and by link. A member vouches for whoever comes with one, so it lets in even where others have to ask
 * or need an invitation; it stops letting in when that member may no longer invite. A secret that is wrong, used up,
 * expired or revoked, or not for the one who holds it, is answered with {@code access.not-found}, always the same.
 */
public final class Invites {
    /** How long an invite is valid unless something else is said. */
    public static final Duration USUAL_TIME = Duration.ofDays(14);

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final InviteStore store;
    private final GroupStore groups;
    private final Turnstile turnstile;
    private final Cards cards;
    private final Accounts accounts;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public Invites(
            InviteStore store,
            GroupStore groups,
            MembershipStore memberships,
            Accounts accounts,
            Secrets secrets,
            InstantSource clock,
            Access access,
            Work work) {
        this.store = store;
        this.groups = groups;
        this.turnstile = new Turnstile(groups, memberships);
        this.cards = new Cards(access);
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * Makes an invite for one address, once. Whether there is an account with that address is not looked at; the host sends
     * the secret.
     *
     * @param validFor 1 hour to 90 days
     * @throws org.somoim.kernel.Refusal {@link GroupReason#INVITE_TIME}
     */
    public Invite.Issued byEmail(Actor actor, Id<Group> id, Email email, Duration validFor) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.INVITE_WHERE_MEMBERS_MAY, id);
            holdTo(pass, get(id).toInvite(), id);
            return issue(tx, id, Invite.Kind.EMAIL, email, pass.person(), 1, validFor);
        });
    }

    /**
     * Makes a link.
     *
     * @param maxUses how many people it lets in, 1 to 1000
     * @param validFor 1 hour to 90 days
     * @throws org.somoim.kernel.Refusal {@link GroupReason#INVITE_TIME}, {@link GroupReason#INVITE_USES}
     */
    public Invite.Issued byLink(Actor actor, Id<Group> id, int maxUses, Duration validFor) {
        return work.call(tx -> {
            Pass pass = access.require(actor, GroupAction.INVITE_WHERE_MEMBERS_MAY, id);
            holdTo(pass, get(id).toInvite(), id);
            return issue(tx, id, Invite.Kind.LINK, null, pass.person(), maxUses, validFor);
        });
    }

    /** The group that a secret leads to, shown to its holder before they decide. */
    public Group peek(Actor actor, Secrets.Secret secret) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return cards.shownTo(
                    person, get(open(person, secret, clock.instant()).groupId()));
        });
    }

    /**
     * Makes the holder of a secret a member.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#FULL}, {@link GroupReason#ALREADY_MEMBER}, {@link
     *     GroupReason#REMOVED_BEFORE}, {@code access.not-found}
     */
    public Membership accept(Actor actor, Secrets.Secret secret) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Invite invite = open(person, secret, tx.now());
            Membership member =
                    turnstile.admit(tx, invite.groupId(), person, person, GroupFact.Way.INVITE, invite.invitedBy());
            if (!store.use(invite.id(), tx.now())) {
                throw AccessReason.NOT_FOUND.refuse();
            }
            return member;
        });
    }

    /** Invites that still let in, newest first, without their secrets. For those who manage them. */
    public Page<Invite> list(Actor actor, Id<Group> id, Page.Ask ask) {
        return work.read(() -> {
            access.require(actor, GroupAction.MANAGE_INVITES, id);
            Instant now = clock.instant();
            return Page.of(
                    ask,
                    (after, limit) -> store.open(id, now, after, limit),
                    invite -> Cursor.of(invite.createdAt(), invite.id()));
        });
    }

    /** Ends an invite: one's own, or any for those who manage them. One that was revoked before stays so. */
    public void revoke(Actor actor, Id<Invite> id) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Invite invite = store.find(id).orElseThrow(() -> access.notFound(id));
            Id<Group> group = invite.groupId();
            // Whoever did not issue it and does not manage invites is not to learn that it exists.
            if (!invite.invitedBy().equals(person) && !access.may(person, GroupAction.MANAGE_INVITES, group)) {
                throw access.notFound(id);
            }
            access.require(actor, GroupAction.SEE, group, id);
            boolean revoked = store.revoke(id, tx.now());
            if (revoked) {
                tx.announce(new GroupFact.InviteRevoked(group, id, person));
            }
            return revoked;
        });
    }

    private Invite.Issued issue(
            Work.Tx tx,
            Id<Group> group,
            Invite.Kind kind,
            @Nullable Email email,
            Id<User> by,
            int maxUses,
            Duration validFor) {
        if (validFor.compareTo(SHORTEST) < 0 || validFor.compareTo(LONGEST) > 0) {
            throw GroupReason.INVITE_TIME.refuse(group);
        }
        Secrets.Secret secret = secrets.next();
        var invite = new Invite(
                tx.newRandomId(),
                group,
                kind,
                email,
                by,
                maxUses,
                0,
                Instant.ofEpochMilli(tx.now().plus(validFor).toEpochMilli()),
                null,
                tx.now());
        store.add(invite, secret.digest());
        tx.announce(new GroupFact.InviteIssued(group, invite.id(), kind, by));
        return new Invite.Issued(invite, secret);
    }

    /** The invite behind a secret, if it lets {@code person} in now. */
    private Invite open(Id<User> person, Secrets.Secret secret, Instant now) {
        return store.findByDigest(secret.digest())
                .filter(invite -> invite.isOpen(now))
                .filter(invite -> isFor(invite, person))
                .filter(this::isVouchedFor)
                .filter(invite -> !access.apart(person, invite.invitedBy()))
                .filter(invite -> !isBanned(person, invite.groupId()))
                .orElseThrow(AccessReason.NOT_FOUND::refuse);
    }

    private boolean isFor(Invite invite, Id<User> person) {
        Email email = invite.email();
        return email == null || accounts.emailOf(person).equals(Optional.of(email));
    }

    private boolean isVouchedFor(Invite invite) {
        Group group = get(invite.groupId());
        return access.may(invite.invitedBy(), group.toInvite(), group.id());
    }

    private boolean isBanned(Id<User> person, Id<Group> group) {
        return access.footing(person, group)
                .map(Footing::standing)
                .filter(standing -> standing == Standing.BANNED)
                .isPresent();
    }

    private static void holdTo(Pass pass, GroupAction action, Id<Group> id) {
        if (!pass.allows(action)) {
            throw AccessReason.NOT_ALLOWED.refuse(id);
        }
    }

    private Group get(Id<Group> id) {
        return groups.find(id).orElseThrow(() -> access.notFound(id));
    }
}
