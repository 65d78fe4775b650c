package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.sessions.Session;
import org.somoim.sessions.SessionStore;

/** Sessions in memory. */
public final class MemorySessionStore implements SessionStore {
    private static final Comparator<Session> LATEST_FIRST =
            Comparator.comparing(Session::usedAt).thenComparing(Session::id).reversed();

    private final Memory.Table<Id<Session>, Session> sessions;

    public MemorySessionStore(Memory memory) {
        sessions = memory.table();
    }

    @Override
    public void add(Session session) {
        sessions.add(session.id(), session);
    }

    @Override
    public Optional<Session> find(Id<Session> session) {
        return sessions.get(session);
    }

    @Override
    public List<Session> all(Set<Id<Session>> wanted) {
        return wanted.stream().flatMap(session -> find(session).stream()).toList();
    }

    @Override
    public boolean refresh(Session next, Secrets.Digest spent) {
        boolean isPresent =
                find(next.id()).filter(kept -> kept.refresh().equals(spent)).isPresent();
        if (isPresent) {
            sessions.put(next.id(), next);
        }
        return isPresent;
    }

    @Override
    public List<Session> of(Id<User> person) {
        return sessions.all().stream()
                .filter(session -> session.userId().equals(person))
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public boolean remove(Id<Session> session) {
        return sessions.remove(session);
    }

    @Override
    public int removeAll(Id<User> person) {
        List<Session> all = of(person);
        all.forEach(session -> remove(session.id()));
        return all.size();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        List<Session> expired = sessions.all().stream()
                .filter(session -> !now.isBefore(session.expiresAt()))
                .limit(limit)
                .toList();
        expired.forEach(session -> remove(session.id()));
        return expired.size();
    }
}
