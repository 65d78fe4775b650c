package org.somoim.http;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Actor;
import org.somoim.sessions.AccessTokens;
import org.somoim.sessions.Sessions;

/** Says who is calling. What they may do is asked elsewhere, at every call. Safe between threads. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Who holds {@code token}. Empty if it is not good, or not any more; never says why.
     *
     * @param token as it came in a header, of at most 4,096 characters
     */
    Optional<Actor> actor(String token, Instant now);

    /** The same for many tokens at once. Those that are not good are left out. */
    default Map<String, Actor> actors(Set<String> tokens, Instant now) {
        Map<String, Actor> actors = new HashMap<>();
        tokens.forEach(token -> actor(token, now).ifPresent(actor -> actors.put(token, actor)));
        return actors;
    }

    /** Asks {@code next} about tokens that this one does not take. */
    default Authenticator or(Authenticator next) {
        return new OneOrTheOther(this, next);
    }

    /** Everyone who holds one of {@code tokens}, while the session that it belongs to is open. */
    static Authenticator of(AccessTokens tokens, Sessions sessions) {
        return new BySession(tokens, sessions);
    }

    /** See {@link #or}. */
    record OneOrTheOther(Authenticator one, Authenticator other) implements Authenticator {
        @Override
        public Optional<Actor> actor(String token, Instant now) {
            return one.actor(token, now).or(() -> other.actor(token, now));
        }

        @Override
        public Map<String, Actor> actors(Set<String> tokens, Instant now) {
            Map<String, Actor> actors = new HashMap<>(one.actors(tokens, now));
            Set<String> left = new HashSet<>(tokens);
            left.removeAll(actors.keySet());
            actors.putAll(left.isEmpty() ? Map.of() : other.actors(left, now));
            return actors;
        }
    }

    /** See {@link #of}. */
    record BySession(AccessTokens tokens, Sessions sessions) implements Authenticator {
        @Override
        public Optional<Actor> actor(String token, Instant now) {
            return tokens.verify(token, now).flatMap(sessions::actor);
        }

        /** Every token is verified anew; what is asked at once is which of their sessions are open. */
        @Override
        public Map<String, Actor> actors(Set<String> asked, Instant now) {
            Map<String, AccessTokens.Holder> holders = new HashMap<>();
            asked.forEach(token -> tokens.verify(token, now).ifPresent(holder -> holders.put(token, holder)));
            Map<AccessTokens.Holder, Actor> open = sessions.actors(Set.copyOf(holders.values()));
            Map<String, Actor> actors = new HashMap<>();
            holders.forEach((token, holder) -> {
                Actor actor = open.get(holder);
                if (actor != null) {
                    actors.put(token, actor);
                }
            });
            return actors;
        }
    }
}
