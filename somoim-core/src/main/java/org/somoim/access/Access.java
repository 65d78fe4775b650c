package org.somoim.access;

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

    public Access(Roster roster) {
        this.roster = roster;
    }

    /** Lets everyone through, signed in or not. Says in the code that this was meant. */
    public void letAnyone(Actor actor) {
        // Nothing to ask. A method that forgot the gate and one that is open to all would look the same without this.
    }

    /**
     * Lets through anyone with an account in good standing.
     *
     * @throws org.somoim.kernel.Refusal {@link AccessReason#NOT_SIGNED_IN}, {@link AccessReason#ACCOUNT_CLOSED}
     */
    public Id<User> requirePerson(Actor actor) {
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
        return decide(person, footing, action, asked);
    }

    /** The same on the page of {@code owner}; see {@link Roster#pageFooting}. */
    public Pass requireOnPage(Actor actor, Action action, Id<User> owner, Id<?> asked) {
        Id<User> person = signedIn(actor);
        Footing footing = roster.pageFooting(person, owner).orElseThrow(() -> nothing(person, asked));
        return decide(person, footing, action, asked);
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
        return roster.footing(person, place).filter(f -> f.allows(action)).isPresent();
    }

    /** The same on the page of {@code owner}. */
    public boolean mayOnPage(Id<User> person, Action action, Id<User> owner) {
        return roster.pageFooting(person, owner).filter(f -> f.allows(action)).isPresent();
    }

    /** See {@link Roster#footing}. */
    public Optional<Footing> footing(Id<User> person, Id<? extends Place> place) {
        return roster.footing(person, place);
    }

    /** See {@link Roster#footings(Id, Set)}. */
    public Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places) {
        return places.isEmpty() ? Map.of() : roster.footings(person, places);
    }

    /** See {@link Roster#footings(Set, Id)}. */
    public Map<Id<User>, Footing> footings(Set<Id<User>> people, Id<? extends Place> place) {
        return people.isEmpty() ? Map.of() : roster.footings(people, place);
    }

    /** See {@link Roster#belonging}. */
    public Map<Id<User>, Footing> belonging(Id<? extends Place> place) {
        return roster.belonging(place);
    }

    /** See {@link Roster#pageFootings}. */
    public Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners) {
        return owners.isEmpty() ? Map.of() : roster.pageFootings(person, owners);
    }

    /** Whether {@code person} has an account in good standing. */
    public boolean isActive(Id<User> person) {
        return roster.role(person).isPresent();
    }

    /** Whether a block in either direction stands between two people. */
    public boolean apart(Id<User> one, Id<User> other) {
        return !roster.apart(one, Set.of(other)).isEmpty();
    }

    /** See {@link Roster#apart}. */
    public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
        return others.isEmpty() ? Set.of() : roster.apart(person, others);
    }

    /** See {@link Roster#mutes}. */
    public Mutes mutes(Id<User> person) {
        return roster.mutes(person);
    }

    /** A closed account is told of what exists and of what does not alike: that it is closed. */
    private Refusal nothing(Id<User> person, Id<?> asked) {
        return roster.role(person).isPresent() ? notFound(asked) : AccessReason.ACCOUNT_CLOSED.refuse();
    }

    private static Pass decide(Id<User> person, Footing footing, Action action, Id<?> asked) {
        if (!footing.active()) {
            throw AccessReason.ACCOUNT_CLOSED.refuse();
        }
        if (footing.allows(action)) {
            return new Pass(person, footing);
        }
        throw (footing.allows(action.see()) ? AccessReason.NOT_ALLOWED : AccessReason.NOT_FOUND).refuse(asked);
    }

    private static Id<User> signedIn(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person.id();
        }
        throw AccessReason.NOT_SIGNED_IN.refuse();
    }
}
