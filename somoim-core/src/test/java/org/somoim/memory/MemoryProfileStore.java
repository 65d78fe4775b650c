package org.somoim.memory;

import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.profiles.Audience;
import org.somoim.profiles.ProfileStore;

/** Profiles in memory. */
public final class MemoryProfileStore implements ProfileStore {
    public MemoryProfileStore(Memory memory) {}

    @Override
    public Optional<Audience> visibility(Id<User> owner) {
        return Optional.empty();
    }

    @Override
    public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
        return Set.of();
    }

    @Override
    public Set<Line> mutedWords(Id<User> person) {
        return Set.of();
    }
}
