package org.somoim.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Footing;
import org.somoim.access.Pass;
import org.somoim.access.Place;
import org.somoim.access.Sight;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Founds groups, shows them, changes their terms, and takes them away again. How people come and go is with {@link
 * Memberships}, what they are to one another with {@link Members}, invites by e-mail and link with {@link Invites}.
 */
public final class Groups {
    /** How long a deleted group can be brought back. */
    public static final Duration RESTORABLE = Duration.ofDays(30);
    /** How long an invitation or request that came to nothing, or a membership that was left, is kept. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** Most rows of one sort that one purge removes, so that it does not hold up others for long. */
    private static final int BATCH = 500;

    private static final int GROUPS_AT_ONCE = 20;

    private final GroupStore store;
    private final MembershipStore memberships;
    private final InviteStore invites;
    private final Occasions occasions;
    private final Turnstile turnstile;
    private final Roll roll;
    private final Cards cards;
    private final Access access;
    private final Work work;

    public Groups(
            GroupStore store,
            MembershipStore memberships,
            InviteStore invites,
            Occasions occasions,
            Access access,
            Work work) {
        this.store = store;
        this.memberships = memberships;
        this.invites = invites;
        this.occasions = occasions;
        this.turnstile = new Turnstile(store, memberships);
        this.roll = new Roll(access);
        this.cards = new Cards(access);
        this.access = access;
        this.work = work;
    }

    /**
     * Creates a group, with {@code actor} as its first member and its owner.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NO_ROOM_AT_ALL}, {@link GroupReason#FAMILIES_ARE_CLOSED}, {@link
     *     GroupReason#EVENTS_ARE_FOR_CREWS}, {@link GroupReason#NO_SUCH_EVENT}
     */
    public Group create(Actor actor, NewGroup wanted) {
        return work.call(tx -> {
            Id<User> creator = access.requirePerson(actor);
            Id<?> event = wanted.eventId();
            if (event != null && !occasions.isOpenTo(creator, event, tx.now())) {
                throw GroupReason.NO_SUCH_EVENT.refuse(event);
            }
            Id<Group> id = tx.newId();
            store.put(Group.of(
                    id, wanted.terms(), wanted.kind(), 0, wanted.eventId(), creator, tx.now(), tx.now(), null));
            turnstile.found(tx, id, creator);
            tx.announce(new GroupFact.Created(id, creator));
            return get(id);
        });
    }

    /** One group. */
    public Group find(Actor actor, Id<Group> id) {
        return work.read(() -> {
            Pass pass = access.require(actor, GroupAction.SEE, id);
            return cards.shownTo(pass.person(), get(id));
        });
    }

    /** The groups that {@code actor} may see, newest first. */
    public Page<Group> browse(Actor actor, GroupFilter filter, Page.Ask ask) {
        return work.read(() -> {
            Sight sight = access.sight(actor, GroupAction.SEE);
            Page<Group> page = Page.of(
                    ask,
                    (after, limit) -> store.seen(sight, filter, after, limit),
                    group -> Cursor.of(group.createdAt(), group.id()));
            return new Page<>(cards.shownTo(sight.viewer(), page.items()), page.next());
        });
    }

    /** The groups that {@code actor} belongs to, is invited to or has asked to join, last begun first. */
    public Page<Belonging> mine(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Map<Id<Group>, Group> groups = new HashMap<>();
            Page<Membership> page = Page.of(
                    ask,
                    (after, limit) -> {
                        List<Membership> batch = memberships.of(person, after, limit);
                        groups.putAll(visible(person, batch));
                        return batch;
                    },
                    membership -> Cursor.of(membership.createdAt(), membership.groupId()),
                    membership -> groups.containsKey(membership.groupId()));
            return new Page<>(
                    roll.shownTo(person, page.items()).stream()
                            .map(membership -> new Belonging(groupOf(membership, groups), membership))
                            .toList(),
                    page.next());
        });
    }

    /**
     * Changes the terms. What they say about seeing and coming in holds at once for everything inside; nobody who is in
     * is put out.
     *
     * @param change is given the present terms
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NO_ROOM_AT_ALL}, {@link GroupReason#FAMILIES_ARE_CLOSED}
     */
    public Group edit(Actor actor, Id<Group> id, UnaryOperator<Terms> change) {
        return work.call(tx -> {
            Id<User> owner = access.require(actor, GroupAction.EDIT, id).person();
            Group group = get(id);
            Terms terms = change.apply(group.terms());
            if (terms.equals(group.terms())) {
                return group;
            }
            store.put(group.on(terms, tx.now()));
            tx.announce(new GroupFact.Edited(id, owner));
            return get(id);
        });
    }

    /** Takes the group out of everyone's sight. Its owner can bring it back for {@link #RESTORABLE}. */
    public void delete(Actor actor, Id<Group> id) {
        work.call(tx -> {
            Id<User> owner = access.require(actor, GroupAction.DELETE, id).person();
            Group deleted = get(id).deleted(tx.now());
            store.put(deleted);
            tx.announce(new GroupFact.Deleted(id, owner));
            return deleted;
        });
    }

    /**
     * Brings a deleted group back as it was, members and bans included.
     *
     * @throws org.somoim.kernel.Refusal {@link GroupReason#TOO_LATE}
     */
    public Group restore(Actor actor, Id<Group> id) {
        return work.call(tx -> {
            Id<User> owner = access.require(actor, GroupAction.RESTORE, id).person();
            Group group = get(id);
            if (isPast(group.deletedAt(), tx.now())) {
                throw GroupReason.TOO_LATE.refuse(id);
            }
            store.put(group.restored(tx.now()));
            tx.announce(new GroupFact.Restored(id, owner));
            return get(id);
        });
    }

    /**
     * Removes for good what nobody can bring back any more: groups deleted longer ago than {@link #RESTORABLE}, memberships
     * left or declined longer ago than {@link #KEPT}, and invites that have expired. A limited number each time; call it
     * again until nothing is left.
     */
    public Purged purge(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, GroupSiteAction.PURGE);
            List<Id<Group>> over = store.deletedBefore(tx.now().minus(RESTORABLE), GROUPS_AT_ONCE);
            for (Id<Group> id : over) {
                store.remove(id);
                tx.announce(new GroupFact.Purged(id));
            }
            return new Purged(
                    over.size(), memberships.prune(tx.now().minus(KEPT), BATCH), invites.prune(tx.now(), BATCH));
        });
    }

    /** One of a person's own groups, and what they are to it. */
    public record Belonging(Group group, Membership membership) {}

    /** What one purge removed: so many groups, memberships outside those, and invites outside those. */
    public record Purged(int groups, int memberships, int invites) {
        public int total() {
            return groups + memberships + invites;
        }
    }

    private static boolean isPast(@Nullable Instant deletedAt, Instant now) {
        return deletedAt != null && deletedAt.plus(RESTORABLE).isBefore(now);
    }

    private Group get(Id<Group> id) {
        return store.find(id).orElseThrow(() -> access.notFound(id));
    }

    /** Someone who asked to join a group that went out of their sight does not see it here either. */
    private Map<Id<Group>, Group> visible(Id<User> person, List<Membership> batch) {
        Set<Id<Group>> ids = batch.stream().map(Membership::groupId).collect(Collectors.toSet());
        Map<Id<? extends Place>, Footing> footings = access.footings(person, ids);
        List<Group> seen = store.findAll(ids).stream()
                .filter(group -> footings.containsKey(group.id())
                        && footings.get(group.id()).allows(GroupAction.SEE))
                .toList();
        return cards.shownTo(person, seen).stream().collect(Collectors.toMap(Group::id, group -> group));
    }

    private Group groupOf(Membership membership, Map<Id<Group>, Group> groups) {
        Group group = groups.get(membership.groupId());
        if (group == null) {
            throw access.notFound(membership.groupId());
        }
        return group;
    }
}
