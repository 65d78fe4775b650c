package org.somoim.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.personaldata.PersonKeys;

/** Remembers whose keys were destroyed; memory seals nothing. */
public final class MemoryPersonKeys implements PersonKeys {
    private final Map<Id<User>, Instant> destroyed = new TreeMap<>();

    @Override
    public void make(Collection<Id<User>> people) {
        // Nothing is sealed here.
    }

    @Override
    public void discard(Collection<Id<User>> people) {
        // Nothing is sealed here.
    }

    @Override
    public synchronized void destroy(Id<User> person, Instant at) {
        destroyed.putIfAbsent(person, at);
    }

    @Override
    public synchronized Map<Id<User>, Instant> destroyed() {
        return Map.copyOf(destroyed);
    }
}
