package org.somoim.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;

/**
 * The gate. Every public method that takes an {@link Actor} passes through here.
 *
 * <p>Refusals never tell more than the asker may know: {@link AccessReason#NOT_FOUND} names only the id that was asked for,
 * and is the same for what is hidden and for what does not exist. A capability that does not find a thing throws {@link
 * #notFound} too.
 */
public final class Access {
    private final Roster roster;
    private final Restraints restraints;
    private final InstantSource clock;

    public Access(Roster roster, Restraints restraints, InstantSource clock) {
        this.roster = roster;
        this.restraints = restraints;
        this.clock = clock;
    }

    /** Where nothing is ever laid on anybody. */
    public Access(Roster roster) {
        this(roster, Restraints.NONE, () -> Instant.EPOCH);
    }

    /** Lets everyone through, signed in or not. Says in the code that this was meant. */
    public void letAnyone(Actor actor) {
        // Nothing to ask. A method that forgot the gate and one that is open to all would look the same without this.
    }

    /**
     * Lets through anyone with an account in good standing.
     *
     * @throws org.somoim.kernel.Refusal {@link AccessReason#NOT_SIGNED_IN}, {@link AccessReason#ACCOUNT_CLOSED}, {@link
     *     AccessReason#BARRED}
     */
    public Id<User> requirePerson(Actor actor) {
        Id<User> person = requireHeard(actor);
        mustNotBeBarred(person);
        return person;
    }

    /**
     * Lets through anyone with an account, also who is suspended or banned by a decision: to what nobody loses, which is to
     * read the reasons, to object, and to have what is their own.
     *
     * @throws org.somoim.kernel.Refusal {@link AccessReason#NOT_SIGNED_IN}, {@link AccessReason#ACCOUNT_CLOSED}
     */
    public Id<User> requireHeard(Actor actor) {
        Id<User> person = signedIn(actor);
        if (roster.role(person).isEmpty()) {
            throw AccessReason.ACCOUNT_CLOSED.refuse();
        }
        return person;
    }

    /**
     * Lets through the host, and persons whose role in the community suffices.
     *
     * @return the person, or empty for the host
     * @throws org.somoim.kernel.Refusal {@link AccessReason#NOT_SIGNED_IN}, {@link AccessReason#ACCOUNT_CLOSED}, {@link
     *     AccessReason#NOT_ALLOWED}
     */
    public Optional<Id<User>> requireSite(Actor actor, SiteAction action) {
        if (actor instanceof Actor.Host) {
            return Optional.empty();
        }
        Id<User> person = signedIn(actor);
        SiteRole role = roster.role(person).orElseThrow(AccessReason.ACCOUNT_CLOSED::refuse);
        mustNotBeBarred(person);
        if (!role.isAtLeast(action.least())) {
            throw AccessReason.NOT_ALLOWED.refuse();
        }
        return Optional.of(person);
    }

    /**
     * Lets through the host only: for what no role in the community gives a right to, such as saying who somebody is.
     *
     * @throws org.somoim.kernel.Refusal {@link AccessReason#NOT_ALLOWED}
     */
    public void requireHost(Actor actor) {
        if (!(actor instanceof Actor.Host)) {
            throw AccessReason.NOT_ALLOWED.refuse();
        }
    }

    /**
     * Lets through a person who may do {@code action} in {@code place}.
     *
     * @throws org.somoim.kernel.Refusal {@link AccessReason#NOT_SIGNED_IN}, {@link AccessReason#ACCOUNT_CLOSED}, {@link
     *     AccessReason#NOT_FOUND} if they may not even know the place, {@link AccessReason#NOT_ALLOWED} if they may know but
     *     not act
     */
    public Pass require(Actor actor, Action action, Id<? extends Place> place) {
        return require(actor, action, place, place);
    }

    /**
     * The same for something inside {@code place}: a refusal names what was asked for, so that the place is not given away.
     */
    public Pass require(Actor actor, Action action, Id<? extends Place> place, Id<?> asked) {
        Id<User> person = signedIn(actor);
        Footing footing = roster.footing(person, place).orElseThrow(() -> nothing(person, asked));
        return decide(person, place, footing, action, asked);
    }

    /** The same on the page of {@code owner}; see {@link Roster#pageFooting}. */
    public Pass requireOnPage(Actor actor, Action action, Id<User> owner, Id<?> asked) {
        Id<User> person = signedIn(actor);
        Footing footing = roster.pageFooting(person, owner).orElseThrow(() -> nothing(person, asked));
        return decide(person, owner, footing, action, asked);
    }

    /** The rule of {@code action} for a list that {@code actor} asks for. */
    public Sight sight(Actor actor, Action action) {
        return Sight.of(requirePerson(actor), action);
    }

    /** What to throw for something that does not exist: the same as for something hidden. */
    public Refusal notFound(Id<?> asked) {
        return AccessReason.NOT_FOUND.refuse(asked);
    }

    /** Asked on behalf of {@code person}, who is not there: may they do {@code action} in {@code place} now? */
    public boolean may(Id<User> person, Action action, Id<? extends Place> place) {
        return roster.footing(person, place)
                .filter(footing -> allows(person, place, footing, action))
                .isPresent();
    }

    /** The same on the page of {@code owner}. */
    public boolean mayOnPage(Id<User> person, Action action, Id<User> owner) {
        return roster.pageFooting(person, owner)
                .filter(footing -> allows(person, owner, footing, action))
                .isPresent();
    }

    /** See {@link Roster#footing}. */
    public Optional<Footing> footing(Id<User> person, Id<? extends Place> place) {
        return Optional.ofNullable(footings(person, Set.of(place)).get(place));
    }

    /** See {@link Roster#footings(Id, Set)}. */
    public Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places) {
        return places.isEmpty() ? Map.of() : asLaidDown(person, roster.footings(person, places));
    }

    /** See {@link Roster#footings(Set, Id)}. */
    public Map<Id<User>, Footing> footings(Set<Id<User>> people, Id<? extends Place> place) {
        return people.isEmpty() ? Map.of() : ofThoseNotBarred(roster.footings(people, place), place);
    }

    /** See {@link Roster#belonging}. */
    public Map<Id<User>, Footing> belonging(Id<? extends Place> place) {
        return ofThoseNotBarred(roster.belonging(place), place);
    }

    /** See {@link Roster#pageFootings}. */
    public Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners) {
        return owners.isEmpty() ? Map.of() : asLaidDown(person, roster.pageFootings(person, owners));
    }

    /** What is laid on each of these at this moment; those with nothing are left out. */
    public Map<Id<?>, Set<Restraint>> restraints(Set<? extends Id<?>> targets) {
        return targets.isEmpty() ? Map.of() : restraints.on(targets, clock.instant());
    }

    /** What is laid on one thing or person at this moment. */
    public Set<Restraint> restraints(Id<?> target) {
        return restraints(Set.of(target)).getOrDefault(target, Set.of());
    }

    /** Whether {@code person} has an account in good standing; whoever is barred for a time or for good has one. */
    public boolean isActive(Id<User> person) {
        return roster.role(person).isPresent();
    }

    /** Whether {@code person} would be let through by {@link #requirePerson}. */
    public boolean isLetIn(Id<User> person) {
        return isActive(person) && !Restraint.bars(restraints(person));
    }

    /** What {@code person} is to the community as a whole; empty if they have no account in good standing. */
    public Optional<SiteRole> role(Id<User> person) {
        return roster.role(person);
    }

    /** Whether a block in either direction stands between two people. */
    public boolean apart(Id<User> one, Id<User> other) {
        return !roster.apart(one, Set.of(other)).isEmpty();
    }

    /** See {@link Roster#apart(Id, Set)}. */
    public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
        return others.isEmpty() ? Set.of() : roster.apart(person, others);
    }

    /** See {@link Roster#apart(Set, Set)}. */
    public Map<Id<User>, Set<Id<User>>> apart(Set<Id<User>> people, Set<Id<User>> others) {
        return people.isEmpty() || others.isEmpty() ? Map.of() : roster.apart(people, others);
    }

    /** See {@link Roster#mutes(Id)}. */
    public Mutes mutes(Id<User> person) {
        return roster.mutes(person);
    }

    /** See {@link Roster#mutes(Set)}. */
    public Map<Id<User>, Mutes> mutes(Set<Id<User>> people) {
        return people.isEmpty() ? Map.of() : roster.mutes(people);
    }

    /** A closed account is told of what exists and of what does not alike: that it is closed. */
    private Refusal nothing(Id<User> person, Id<?> asked) {
        return roster.role(person).isPresent() ? notFound(asked) : AccessReason.ACCOUNT_CLOSED.refuse();
    }

    private Pass decide(Id<User> person, Id<?> place, Footing footing, Action action, Id<?> asked) {
        if (!footing.active()) {
            throw AccessReason.ACCOUNT_CLOSED.refuse();
        }
        Map<Id<?>, Set<Restraint>> laid = restraints(both(person, place));
        Set<Restraint> onPerson = laid.getOrDefault(person, Set.of());
        if (Restraint.bars(onPerson)) {
            throw AccessReason.BARRED.refuse();
        }
        Set<Restraint> onPlace = laid.getOrDefault(place, Set.of());
        if (isHidden(footing, onPlace)) {
            throw AccessReason.NOT_FOUND.refuse(asked);
        }
        if (!footing.allows(action)) {
            throw (footing.allows(action.see()) ? AccessReason.NOT_ALLOWED : AccessReason.NOT_FOUND).refuse(asked);
        }
        if (action.speaks() && onPerson.contains(Restraint.MUTED)) {
            throw AccessReason.SILENCED.refuse(asked);
        }
        if (action.speaks() && isLocked(footing, onPlace)) {
            throw AccessReason.LOCKED.refuse(asked);
        }
        return new Pass(person, footing, onPerson.contains(Restraint.MUTED) || isLocked(footing, onPlace));
    }

    /** Without the places that are hidden from {@code person}; without any right in the others if {@code person} is barred. */
    private <T extends Id<?>> Map<T, Footing> asLaidDown(Id<User> person, Map<T, Footing> found) {
        Set<Id<?>> targets = new HashSet<>(found.keySet());
        targets.add(person);
        Map<Id<?>, Set<Restraint>> laid = restraints(targets);
        if (laid.isEmpty()) {
            return found;
        }
        boolean barred = Restraint.bars(laid.getOrDefault(person, Set.of()));
        Map<T, Footing> left = new HashMap<>();
        found.forEach((place, footing) -> {
            // One's own page is named by the same id as oneself.
            if (!isHidden(footing, laid.getOrDefault(place, Set.of()))) {
                left.put(place, barred ? footing.barred() : footing);
            }
        });
        return left;
    }

    private Map<Id<User>, Footing> ofThoseNotBarred(Map<Id<User>, Footing> found, Id<?> place) {
        Set<Id<?>> targets = new HashSet<>(found.keySet());
        targets.add(place);
        Map<Id<?>, Set<Restraint>> laid = restraints(targets);
        if (laid.isEmpty()) {
            return found;
        }
        Map<Id<User>, Footing> left = new HashMap<>();
        found.forEach((person, footing) -> left.put(
                person,
                Restraint.bars(laid.getOrDefault(person, Set.of()))
                                || isHidden(footing, laid.getOrDefault(place, Set.of()))
                        ? footing.barred()
                        : footing));
        return left;
    }

    private boolean allows(Id<User> person, Id<?> place, Footing footing, Action action) {
        if (!footing.allows(action)) {
            return false;
        }
        Map<Id<?>, Set<Restraint>> laid = restraints(both(person, place));
        Set<Restraint> onPerson = laid.getOrDefault(person, Set.of());
        Set<Restraint> onPlace = laid.getOrDefault(place, Set.of());
        return !Restraint.bars(onPerson)
                && !isHidden(footing, onPlace)
                && !(action.speaks() && (onPerson.contains(Restraint.MUTED) || isLocked(footing, onPlace)));
    }

    /** Those who look after a place see it until it is removed. */
    private static boolean isHidden(Footing footing, Set<Restraint> onPlace) {
        return onPlace.contains(Restraint.REMOVED)
                || Restraint.hides(onPlace) && !footing.standing().isAtLeast(Standing.MODERATOR);
    }

    private static boolean isLocked(Footing footing, Set<Restraint> onPlace) {
        return onPlace.contains(Restraint.LOCKED) && !footing.standing().isAtLeast(Standing.MODERATOR);
    }

    /** One's own page is named by the same id as oneself. */
    private static Set<Id<?>> both(Id<User> person, Id<?> place) {
        return person.equals(place) ? Set.of(person) : Set.of(person, place);
    }

    private void mustNotBeBarred(Id<User> person) {
        if (Restraint.bars(restraints(person))) {
            throw AccessReason.BARRED.refuse();
        }
    }

    private static Id<User> signedIn(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person.id();
        }
        throw AccessReason.NOT_SIGNED_IN.refuse();
    }
}
