package org.somoim.identities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.accounts.Account;
import org.somoim.accounts.Accounts;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.profiles.Profiles;

/**
 * Lets people in whom somebody else has signed in: the host, a gateway in front of it, or an OpenID provider. One identity
 * leads to one account for good; an account may have several.
 *
 * <p>An address alone never leads into an account that is there already: whoever controls a provider could otherwise enter
 * any account by claiming its address. Its owner links the two from inside.
 */
public final class Identities {
    private final IdentityStore store;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Access access;
    private final Work work;

    public Identities(IdentityStore store, Accounts accounts, Profiles profiles, Access access, Work work) {
        this.store = store;
        this.accounts = accounts;
        this.profiles = profiles;
        this.access = access;
        this.work = work;
    }

    /**
     * The account of whoever has come; opens one, without a password, for someone new. Cheap for someone known: meant for
     * every call. What the provider says follows along: the address, while there is no password here that goes with
     * another; the name, while the person has not chosen another here. An account that its owner closed opens if they have
     * signed in since. Says nothing about whether the account is in good standing; the next call does.
     *
     * @param actor the host, which answers for {@code arrival}
     * @throws org.somoim.kernel.Refusal {@link IdentityReason#NO_PROVEN_EMAIL}, {@link IdentityReason#EMAIL_HAS_ACCOUNT},
     *     {@code profiles.display-name-too-long}, {@code access.not-allowed}
     */
    public Actor.Person arrive(Actor actor, Arrival arrival) {
        Optional<Id<User>> known = work.read(() -> {
            access.requireHost(actor);
            return store.find(arrival.identity())
                    .filter(link -> isAsBefore(link, arrival))
                    .map(LinkedIdentity::userId);
        });
        return new Actor.Person(known.orElseGet(() -> work.call(tx -> admit(tx, arrival))));
    }

    private Id<User> admit(Work.Tx tx, Arrival arrival) {
        LinkedIdentity link = store.find(arrival.identity()).orElseGet(() -> open(tx, arrival));
        Id<User> person = link.userId();
        if (hasComeBack(person, arrival.signedInAt())) {
            accounts.reopen(tx, person);
        }
        newAddress(person, arrival.email()).ifPresent(email -> accounts.readdress(tx, person, email));
        newName(link, arrival.displayName()).ifPresent(name -> call(tx, link, name));
        return person;
    }

    private LinkedIdentity open(Work.Tx tx, Arrival arrival) {
        if (arrival.email() == null) {
            throw IdentityReason.NO_PROVEN_EMAIL.refuse();
        }
        if (accounts.holderOf(arrival.email()).isPresent()) {
            throw IdentityReason.EMAIL_HAS_ACCOUNT.refuse();
        }
        Account account = accounts.openFor(tx, arrival.email());
        return add(tx, arrival.identity(), account.id());
    }

    private LinkedIdentity add(Work.Tx tx, Identity identity, Id<User> person) {
        var link = new LinkedIdentity(identity.provider(), identity.subject(), person, null, tx.now(), tx.now());
        if (!store.add(link)) {
            throw IdentityReason.ONE_OF_EACH.refuse();
        }
        tx.announce(new IdentityFact.Linked(person));
        return link;
    }

    /** A name that the person has chosen here stays. */
    private void call(Work.Tx tx, LinkedIdentity link, Line name) {
        Id<User> person = link.userId();
        Optional<Line> present = profiles.nameOf(person);
        if (present.isEmpty()) {
            profiles.open(tx, person, name);
        } else if (present.get().equals(link.knownAs())) {
            profiles.edit(Actor.person(person), about -> about.renamed(name));
        }
        store.put(new LinkedIdentity(link.provider(), link.subject(), person, name, link.createdAt(), tx.now()));
    }

    private boolean isAsBefore(LinkedIdentity link, Arrival arrival) {
        return !hasComeBack(link.userId(), arrival.signedInAt())
                && newAddress(link.userId(), arrival.email()).isEmpty()
                && newName(link, arrival.displayName()).isEmpty();
    }

    private boolean hasComeBack(Id<User> person, @Nullable Instant signedInAt) {
        return signedInAt != null
                && accounts.closedByOwner(person).filter(signedInAt::isAfter).isPresent();
    }

    /** The address that comes from the provider, if it is to take the place of the present one. */
    private Optional<Email> newAddress(Id<User> person, @Nullable Email email) {
        return Optional.ofNullable(email)
                .filter(given -> accounts.emailOf(person)
                        .filter(present -> !present.equals(given))
                        .isPresent())
                .filter(given -> !accounts.hasPassword(person)
                        && accounts.holderOf(given).isEmpty());
    }

    private Optional<Line> newName(LinkedIdentity link, @Nullable Line name) {
        return Optional.ofNullable(name)
                .filter(given -> !given.equals(link.knownAs()) && access.isActive(link.userId()));
    }

    /**
     * Makes one more way into the actor's account. Takes their consent, which is this call, and their address, which the
     * provider must have seen them prove: the same as the account's.
     *
     * @throws org.somoim.kernel.Refusal {@link IdentityReason#EMAIL_DIFFERS}, {@link IdentityReason#LINKED_TO_ANOTHER},
     *     {@link IdentityReason#ONE_OF_EACH}
     */
    public LinkedIdentity link(Actor actor, Arrival proof) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Optional<LinkedIdentity> present = store.find(proof.identity());
            if (present.filter(link -> !link.userId().equals(person)).isPresent()) {
                throw IdentityReason.LINKED_TO_ANOTHER.refuse();
            }
            if (present.isPresent()) {
                return present.get();
            }
            if (!accounts.emailOf(person).equals(Optional.ofNullable(proof.email()))) {
                throw IdentityReason.EMAIL_DIFFERS.refuse();
            }
            return add(tx, proof.identity(), person);
        });
    }

    /**
     * Takes a way into the actor's account away. Does nothing if it is none.
     *
     * @throws org.somoim.kernel.Refusal {@link IdentityReason#LAST_WAY_IN}
     */
    public void unlink(Actor actor, Word provider) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            List<LinkedIdentity> all = store.of(person);
            if (all.stream().noneMatch(link -> link.provider().equals(provider))) {
                return false;
            }
            if (all.size() == 1 && !accounts.hasPassword(person)) {
                throw IdentityReason.LAST_WAY_IN.refuse();
            }
            tx.announce(new IdentityFact.Unlinked(person));
            return store.remove(person, provider);
        });
    }

    /** By which outside identities the actor enters, in the order of the providers' words. */
    public List<LinkedIdentity> list(Actor actor) {
        return work.read(() -> store.of(access.requirePerson(actor)));
    }
}
