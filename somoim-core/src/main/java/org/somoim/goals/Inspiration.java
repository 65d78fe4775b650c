package org.somoim.goals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Shows people the goals of others, and takes their cheers.
 *
 * <p>Blocks do not matter here, in either direction and on purpose: if a share went out of somebody's sight when they block
 * its owner, blocking one after another would find the owner. Muted words do matter: what they hide depends on the text
 * alone. One's own shares are among the others and look like them, so that nobody learns by looking over a shoulder.
 */
public final class Inspiration {
    private static final int AT_ONCE = 200;

    private final GoalShareStore store;
    private final GoalGate gate;
    private final Ownership ownership;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public Inspiration(GoalShareStore store, Pseudonyms pseudonyms, InstantSource clock, Access access, Work work) {
        this.store = store;
        this.gate = new GoalGate(store, access);
        this.ownership = new Ownership(store, pseudonyms);
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * What people share, latest day first; within a day in no order. What holds a word that the actor muted is left out, and
     * what is hidden by a decision.
     */
    public Page<ShownGoal> list(Actor actor, GoalFilter filter, Page.Ask ask) {
        return work.read(() -> {
            Id<User> reader = access.requirePerson(actor);
            Set<Id<GoalShare>> seen = new HashSet<>();
            Page<GoalShare> page = Page.of(
                    ask,
                    (after, limit) -> {
                        List<GoalShare> batch = store.shown(filter, today(), after, limit);
                        gate.shownTo(reader, batch).forEach(share -> seen.add(share.id()));
                        return batch;
                    },
                    GoalShare::place,
                    share -> seen.contains(share.id()));
            return page.map(marking(reader, page.items()));
        });
    }

    /**
     * One of them.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public ShownGoal see(Actor actor, Id<GoalShare> id) {
        return work.read(() -> {
            Id<User> reader = access.requirePerson(actor);
            GoalShare share = gate.require(reader, id, today());
            return marking(reader, List.of(share)).apply(share);
        });
    }

    /**
     * Cheers a goal. Twice is once. Others see it counted from the next turn of a day on. One's own can be cheered like any
     * other, and nothing comes of it: a refusal would say whose it is.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void cheer(Actor actor, Id<GoalShare> id, Cheer cheer) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            gate.require(person, id, Days.today(tx.now()));
            if (!ownership.owns(person, id) && store.give(id, person, cheer)) {
                store.countOn(id, Days.tomorrow(tx.now()));
            }
            return id;
        });
    }

    /**
     * Takes it back. Others see it counted from the next turn of a day on.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void takeBack(Actor actor, Id<GoalShare> id, Cheer cheer) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            gate.require(person, id, Days.today(tx.now()));
            if (store.takeBack(id, person, cheer)) {
                store.countOn(id, Days.tomorrow(tx.now()));
            }
            return id;
        });
    }

    /**
     * Does what is due at the turn of a day: counts what was given until then, tells owners, and forgets how shares looked
     * before. Called again, it does nothing until the next.
     *
     * @return how many were counted or forgotten
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int turn(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, GoalAction.TURN);
            Instant today = Days.today(tx.now());
            List<Id<GoalShare>> due = store.toCount(today, AT_ONCE);
            Set<Id<User>> inspiring = new HashSet<>();
            due.forEach(id -> count(id).ifPresent(inspiring::add));
            // Each under a random id of its own, and in the order of these: whoever reads the facts cannot tell who is
            // who.
            inspiring.stream()
                    .collect(Collectors.toMap(owner -> tx.<User>newRandomId(), Function.identity()))
                    .entrySet()
                    .stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(entry -> tx.announce(ownership.inspired(entry.getKey(), entry.getValue())));
            return due.size() + store.removePast(today, AT_ONCE);
        });
    }

    /** @return the owner, if there is more inspiration than before */
    private Optional<Id<User>> count(Id<GoalShare> id) {
        int before = store.latest(id).map(GoalShare::inspirations).orElse(0);
        int inspirations = store.count(id, Cheer.INSPIRED);
        store.putCounts(id, store.count(id, Cheer.LIKE), inspirations);
        return inspirations > before ? ownership.ownerOf(id) : Optional.empty();
    }

    private Function<GoalShare, ShownGoal> marking(Id<User> reader, List<GoalShare> shares) {
        Set<GoalShareStore.Given> given =
                store.given(reader, shares.stream().map(GoalShare::id).toList());
        return share -> {
            Set<Cheer> own = EnumSet.noneOf(Cheer.class);
            given.stream().filter(one -> one.shareId().equals(share.id())).forEach(one -> own.add(one.cheer()));
            return new ShownGoal(share, own);
        };
    }

    private Instant today() {
        return Days.today(clock.instant());
    }
}
