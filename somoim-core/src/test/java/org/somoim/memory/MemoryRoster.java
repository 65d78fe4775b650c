package org.somoim.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.somoim.access.Footing;
import org.somoim.access.Mutes;
import org.somoim.access.Place;
import org.somoim.access.Roster;
import org.somoim.access.SiteRole;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.groups.Group;
import org.somoim.groups.GroupStore;
import org.somoim.groups.Membership;
import org.somoim.groups.MembershipStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.profiles.Audience;
import org.somoim.profiles.ProfileStore;

/** Reads standings off the other stores in memory. */
public final class MemoryRoster implements Roster {
    private final AccountStore accounts;
    private final ProfileStore profiles;
    private final GroupStore groups;
    private final MembershipStore memberships;

    public MemoryRoster(AccountStore accounts, ProfileStore profiles, GroupStore groups, MembershipStore memberships) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.groups = groups;
        this.memberships = memberships;
    }

    @Override
    public Optional<SiteRole> role(Id<User> person) {
        return accounts.find(person).filter(Account::isActive).map(Account::role);
    }

    @Override
    public Optional<Footing> footing(Id<User> person, Id<? extends Place> place) {
        return groups.find(new Id<>(place.value())).map(group -> {
            Standing standing = memberships
                    .find(group.id(), person)
                    .map(Membership::standing)
                    .orElse(Standing.PERSON);
            return new Footing(isActive(person), standing, group.visibility(), group.deletedAt() != null);
        });
    }

    @Override
    public Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places) {
        Map<Id<? extends Place>, Footing> found = new HashMap<>();
        places.forEach(place -> footing(person, place).ifPresent(footing -> found.put(place, footing)));
        return found;
    }

    @Override
    public Map<Id<User>, Footing> footings(Set<Id<User>> people, Id<? extends Place> place) {
        Map<Id<User>, Footing> found = new HashMap<>();
        people.forEach(person -> footing(person, place).ifPresent(footing -> found.put(person, footing)));
        return found;
    }

    @Override
    public Map<Id<User>, Footing> belonging(Id<? extends Place> place) {
        Map<Id<User>, Footing> found = new HashMap<>();
        memberships.members(new Id<>(place.value()), null, Integer.MAX_VALUE).stream()
                .map(Membership::userId)
                .filter(this::isActive)
                .forEach(member -> footing(member, place).ifPresent(footing -> found.put(member, footing)));
        return found;
    }

    @Override
    public Optional<Footing> pageFooting(Id<User> person, Id<User> owner) {
        return profiles.visibility(owner)
                .filter(visibility -> isActive(owner))
                .map(visibility -> new Footing(isActive(person), onPage(person, owner), asPlace(visibility), false));
    }

    @Override
    public Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners) {
        Map<Id<User>, Footing> found = new HashMap<>();
        owners.forEach(owner -> pageFooting(person, owner).ifPresent(footing -> found.put(owner, footing)));
        return found;
    }

    @Override
    public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
        return profiles.apart(person, others);
    }

    @Override
    public Map<Id<User>, Set<Id<User>>> apart(Set<Id<User>> people, Set<Id<User>> others) {
        Map<Id<User>, Set<Id<User>>> apart = new HashMap<>();
        people.forEach(person -> apart.put(person, apart(person, others)));
        apart.values().removeIf(Set::isEmpty);
        return apart;
    }

    @Override
    public Mutes mutes(Id<User> person) {
        return new Mutes(profiles.mutedWords(person));
    }

    @Override
    public Map<Id<User>, Mutes> mutes(Set<Id<User>> people) {
        Map<Id<User>, Mutes> mutes = new HashMap<>();
        people.forEach(person -> mutes.put(person, mutes(person)));
        mutes.values().removeIf(Mutes.NONE::equals);
        return mutes;
    }

    private boolean isActive(Id<User> person) {
        return accounts.find(person).filter(Account::isActive).isPresent();
    }

    private Standing onPage(Id<User> person, Id<User> owner) {
        if (person.equals(owner)) {
            return Standing.OWNER;
        }
        if (!profiles.apart(person, Set.of(owner)).isEmpty()) {
            return Standing.BANNED;
        }
        Set<Id<Group>> theirs = memberships.activeGroups(owner);
        return memberships.activeGroups(person).stream().anyMatch(theirs::contains) ? Standing.MEMBER : Standing.PERSON;
    }

    private static Visibility asPlace(Audience audience) {
        return switch (audience) {
            case EVERYONE -> Visibility.PUBLIC;
            case GROUPS -> Visibility.PRIVATE;
            case NOBODY -> Visibility.SECRET;
        };
    }
}
