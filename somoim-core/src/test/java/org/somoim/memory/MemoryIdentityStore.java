package org.somoim.memory;

import java.util.List;
import java.util.Optional;
import org.somoim.identities.Identity;
import org.somoim.identities.IdentityStore;
import org.somoim.identities.LinkedIdentity;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Outside identities in memory. */
public final class MemoryIdentityStore implements IdentityStore {
    private final Memory.Table<Memory.Pair<Word, String>, LinkedIdentity> links;

    public MemoryIdentityStore(Memory memory) {
        links = memory.table();
    }

    private static Memory.Pair<Word, String> key(Identity identity) {
        return new Memory.Pair<>(identity.provider(), identity.subject().value());
    }

    @Override
    public boolean add(LinkedIdentity link) {
        boolean taken = find(link.identity()).isPresent()
                || of(link.userId()).stream().anyMatch(other -> other.provider().equals(link.provider()));
        if (taken) {
            return false;
        }
        links.add(key(link.identity()), link);
        return true;
    }

    @Override
    public void put(LinkedIdentity link) {
        links.put(key(link.identity()), link);
    }

    @Override
    public Optional<LinkedIdentity> find(Identity identity) {
        return links.get(key(identity));
    }

    @Override
    public List<LinkedIdentity> of(Id<User> person) {
        return links.all().stream().filter(link -> link.userId().equals(person)).toList();
    }

    @Override
    public boolean remove(Id<User> person, Word provider) {
        return of(person).stream()
                .filter(link -> link.provider().equals(provider))
                .findFirst()
                .map(link -> links.remove(key(link.identity())))
                .orElse(false);
    }

    @Override
    public void removeAll(Id<User> person) {
        of(person).forEach(link -> links.remove(key(link.identity())));
    }
}
