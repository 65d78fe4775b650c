package org.somoim.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Keeps people signed in, each device by itself. A session goes on by its refresh token: a secret that is good for one use,
 * which gives the next one. Whoever comes with a token that is spent has a copy, or somebody else has; the session ends for
 * both (RFC 9700 section 4.14). That is strict: a client whose answer was lost on the way logs in again. Knowing a session's
 * id is not enough to end it: what was made up is turned down, and changes nothing.
 *
 * <p>Changing the password, closing the account and being suspended end every session in the same change.
 */
public final class Sessions {
    private static final int BATCH = 500;

    private final SessionStore store;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Terms terms;
    private final Access access;
    private final Work work;

    /**
     * How long a session lasts.
     *
     * @param idle between two uses of its refresh tokens
     * @param longest in all
     */
    public record Terms(Duration idle, Duration longest) {
        /** Two weeks between uses, ninety days in all. */
        public static final Terms PRESET = new Terms(Duration.ofDays(14), Duration.ofDays(90));

        public Terms {
            if (idle.compareTo(Duration.ofMinutes(1)) < 0 || idle.compareTo(longest) > 0) {
                throw new IllegalArgumentException(
                        "A session must last a minute at least, and in all as long as it may idle:" + " idle is " + idle
                                + ", longest " + longest + ".");
            }
        }

        private Instant expiry(Instant opened, Instant now) {
            Instant last = opened.plus(longest);
            Instant next = now.plus(idle);
            return next.isBefore(last) ? next : last;
        }
    }

    public Sessions(SessionStore store, Secrets secrets, InstantSource clock, Terms terms, Access access, Work work) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.terms = terms;
        this.access = access;
        this.work = work;
    }

    /**
     * Opens a session for someone who has just proved who they are.
     *
     * @param actor that person
     * @throws Refusal {@link SessionReason#DEVICE_TOO_LONG}
     */
    public Opened open(Actor actor, @Nullable Line device) {
        return work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            Secrets.Secret family = secrets.next();
            Secrets.Secret own = secrets.next();
            Instant now = tx.now();
            var session = new Session(
                    tx.newRandomId(), person, device, family.digest(), own.digest(), now, now, terms.expiry(now, now));
            store.add(session);
            tx.announce(new SessionFact.Opened(person));
            return new Opened(session, RefreshToken.of(session.id(), family, own));
        });
    }

    /**
     * Goes on with a session.
     *
     * @return the session as it is now, and the token for the next use; the one given is spent
     * @throws Refusal {@link SessionReason#ENDED} if it has ended or expired, if the token is spent, in which case it ends
     *     now, if the token never was one of its own, or if its owner's account is not in good standing
     */
    public Opened refresh(Actor actor, RefreshToken token) {
        return work.call(tx -> {
                    access.letAnyone(actor);
                    return store.find(token.session())
                            .filter(session -> session.isGood(tx.now()) && access.isActive(session.userId()))
                            .filter(session ->
                                    session.family().equals(token.family().digest()))
                            .flatMap(session -> goOn(tx, session, token));
                })
                // Thrown out here, so that the end of the session is kept.
                .orElseThrow(SessionReason.ENDED::refuse);
    }

    private Optional<Opened> goOn(Work.Tx tx, Session session, RefreshToken used) {
        Secrets.Secret own = secrets.next();
        // The clock may have been set back since; a session lasts no longer for it.
        Instant createdAt = session.createdAt().isAfter(tx.now()) ? tx.now() : session.createdAt();
        var next = new Session(
                session.id(),
                session.userId(),
                session.device(),
                session.family(),
                own.digest(),
                createdAt,
                tx.now(),
                terms.expiry(createdAt, tx.now()));
        if (!store.refresh(next, used.own().digest())) {
            store.remove(session.id());
            tx.announce(new SessionFact.ReuseDetected(session.userId()));
            return Optional.empty();
        }
        return Optional.of(new Opened(next, RefreshToken.of(session.id(), used.family(), own)));
    }

    /**
     * Who is calling with an access token that says so; empty if the session that it belongs to has ended. Asked at every
     * call. Whether the account is in good standing is asked by what is called.
     */
    public Optional<Actor> actor(AccessTokens.Holder holder) {
        boolean isOpen = holder.session() == null
                || store.find(holder.session())
                        .filter(session -> isOf(holder, session))
                        .isPresent();
        return isOpen ? Optional.of(Actor.person(holder.person())) : Optional.empty();
    }

    /** The same for many at once. Those whose session has ended are left out. */
    public Map<AccessTokens.Holder, Actor> actors(Set<AccessTokens.Holder> holders) {
        Set<Id<Session>> named = holders.stream()
                .map(AccessTokens.Holder::session)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Id<Session>, Session> found = named.isEmpty()
                ? Map.of()
                : store.all(named).stream().collect(Collectors.toMap(Session::id, session -> session));
        Map<AccessTokens.Holder, Actor> actors = new HashMap<>();
        for (AccessTokens.Holder holder : holders) {
            Session session = holder.session() == null ? null : found.get(holder.session());
            if (holder.session() == null || session != null && isOf(holder, session)) {
                actors.put(holder, Actor.person(holder.person()));
            }
        }
        return actors;
    }

    private boolean isOf(AccessTokens.Holder holder, Session session) {
        return session.userId().equals(holder.person()) && session.isGood(clock.instant());
    }

    /** The actor's open sessions, latest use first. */
    public List<Session> list(Actor actor) {
        return work.read(() -> store.of(access.requireHeard(actor)).stream()
                .filter(session -> session.isGood(clock.instant()))
                .toList());
    }

    /**
     * Ends one of the actor's sessions; the next call in it is turned down.
     *
     * @throws Refusal {@code access.not-found} if they have none of this id
     */
    public void end(Actor actor, Id<Session> id) {
        work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            Session session = store.find(id)
                    .filter(found -> found.userId().equals(person))
                    .orElseThrow(() -> access.notFound(id));
            tx.announce(new SessionFact.Ended(person));
            return store.remove(session.id());
        });
    }

    /**
     * Ends every session of the actor but one, such as the one they are in.
     *
     * @throws Refusal {@code access.not-found} if they have none of this id
     */
    public void endOthers(Actor actor, Id<Session> kept) {
        work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            List<Session> all = store.of(person);
            if (all.stream().noneMatch(session -> session.id().equals(kept) && session.isGood(tx.now()))) {
                throw access.notFound(kept);
            }
            all.stream().filter(session -> !session.id().equals(kept)).forEach(other -> {
                store.remove(other.id());
                tx.announce(new SessionFact.Ended(person));
            });
            return kept;
        });
    }

    /** Ends every session of the actor. */
    public void endAll(Actor actor) {
        work.call(tx -> {
            Id<User> person = access.requireHeard(actor);
            return end(tx, person, person);
        });
    }

    /**
     * Ends every session of somebody.
     *
     * @throws Refusal {@code access.not-allowed}
     */
    public void endAllOf(Actor actor, Id<User> person) {
        work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, SessionAction.END);
            return end(tx, person, by.orElse(null));
        });
    }

    private int end(Work.Tx tx, Id<User> person, @Nullable Id<User> by) {
        int ended = store.removeAll(person);
        if (ended > 0) {
            tx.announce(new SessionFact.AllEnded(person, by));
        }
        return ended;
    }

    /**
     * Forgets some of the sessions that have expired.
     *
     * @return how many
     */
    public int prune(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, SessionAction.PRUNE);
            return store.removeExpired(tx.now(), BATCH);
        });
    }

    /** @param refreshToken for one use; shown once */
    public record Opened(Session session, RefreshToken refreshToken) {}
}
