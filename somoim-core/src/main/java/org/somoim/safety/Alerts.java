package org.somoim.safety;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Footing;
import org.somoim.access.Place;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Residue;

/**
 * Lets people call their groups for help.
 *
 * <p>Who is called is settled when an alert is raised and never grows. Who of them may see it is decided whenever they look;
 * an alert that one may not see is as good as none: {@code access.not-found}.
 */
public final class Alerts {
    /** How long an alert is kept once it has ended. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int AT_ONCE = 100;
    private static final int PURGED_AT_ONCE = 20;

    private final AlertStore store;
    private final AlertGate gate;
    private final Audience audience;
    private final Residue residue;
    private final Terms terms;
    private final Access access;
    private final Work work;

    public Alerts(AlertStore store, Residue residue, Terms terms, Access access, Work work) {
        this.store = store;
        this.gate = new AlertGate(store, access);
        this.audience = new Audience(store, access);
        this.residue = residue;
        this.terms = terms;
        this.access = access;
        this.work = work;
    }

    /**
     * What a host may choose.
     *
     * @param steps how long an alert that nobody acknowledges waits to be escalated: for the first time after it was raised,
     *     then each time after the time before; at most 20, a second to a day each; empty for never
     * @param locationKept how long a location is kept once its alert has ended; nothing to 30 days
     * @param longest how long an alert stays open if nobody ends it; an hour to 30 days
     */
    public record Terms(List<Duration> steps, Duration locationKept, Duration longest) {
        private static final int MOST_STEPS = 20;
        private static final Duration MOST = Duration.ofDays(30);

        /** After 2, 5, 10 and 20 minutes; an hour; three days. */
        public static final Terms PRESET = new Terms(
                List.of(Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(5), Duration.ofMinutes(10)),
                Duration.ofHours(1),
                Duration.ofDays(3));

        /** @throws IllegalArgumentException if something is out of its bounds */
        public Terms {
            steps = List.copyOf(steps);
            if (steps.size() > MOST_STEPS
                    || steps.stream().anyMatch(step -> isOutside(step, Duration.ofSeconds(1), Duration.ofDays(1)))) {
                throw new IllegalArgumentException("at most 20 steps, each of a second to a day");
            }
            if (isOutside(locationKept, Duration.ZERO, MOST) || isOutside(longest, Duration.ofHours(1), MOST)) {
                throw new IllegalArgumentException(
                        "a location is kept for at most 30 days, an alert open for an hour to 30");
            }
        }

        private static boolean isOutside(Duration time, Duration least, Duration most) {
            return time.compareTo(least) < 0 || time.compareTo(most) > 0;
        }

        /** When the step after {@code taken} steps is due, or null if there is none. */
        @Nullable
        Instant due(int taken, Instant now) {
            return taken < steps.size() ? now.plus(steps.get(taken)) : null;
        }

        /** No alert waits longer for its next step. */
        Duration longestStep() {
            return steps.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        }
    }

    /**
     * Calls for help. Groups that the actor may not call, because they were put out meanwhile, are left out without a word, so
     * that the others hear: what comes back says where it went. Never refused for being one too many.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} if there is no group that they may call
     */
    public Batch raise(Actor actor, Call call) {
        return work.call(tx -> {
            Id<User> caller = access.requirePerson(actor);
            SafetyAction action = call.drill() ? SafetyAction.DRILL : SafetyAction.RAISE;
            Map<Id<? extends Place>, Footing> footings = access.footings(caller, call.asked());
            List<Id<Group>> groups = call.groups().stream()
                    .filter(group ->
                            footings.containsKey(group) && footings.get(group).allows(action))
                    .toList();
            if (groups.isEmpty()) {
                // One answer for all of them: which group is unknown and which forbidden is told by asking for one.
                access.require(actor, action, call.groups().get(0));
            }
            Id<Batch> batch = tx.newId();
            groups.forEach(group -> raise(tx, batch, group, caller, call));
            return shown(caller, batch);
        });
    }

    private void raise(Work.Tx tx, Id<Batch> batch, Id<Group> group, Id<User> caller, Call call) {
        var alert = new Alert(
                tx.newId(),
                batch,
                group,
                caller,
                call.kind(),
                call.message(),
                call.location(),
                call.drill(),
                0,
                terms.due(0, tx.now()),
                null,
                null,
                null,
                null,
                null,
                tx.now(),
                tx.now());
        var called = audience.of(caller, group, tx.now());
        store.add(alert);
        store.call(alert.id(), called, tx.now());
        tx.announce(new SafetyFact.Raised(alert.id(), batch, group, caller, call.drill()));
    }

    private Batch shown(Id<User> reader, Id<Batch> batch) {
        List<ShownAlert> alerts = gate.shown(reader, store.ofBatch(batch));
        if (alerts.isEmpty()) {
            throw access.notFound(batch);
        }
        return new Batch(batch, alerts);
    }

    /** One alert. */
    public ShownAlert find(Actor actor, Id<Alert> id) {
        return work.read(() -> gate.require(access.requirePerson(actor), id));
    }

    /** One emergency: those of its alerts that the actor may see. */
    public Batch batch(Actor actor, Id<Batch> id) {
        return work.read(() -> shown(access.requirePerson(actor), id));
    }

    /** The alerts of one group that the actor may see, newest first, open or not. */
    public Page<ShownAlert> inGroup(Actor actor, Id<Group> group, Page.Ask ask) {
        return work.read(() -> {
            var pass = access.require(actor, SafetyAction.SEE, group);
            Id<User> only = pass.allows(SafetyAction.LOOK_AFTER) ? null : pass.person();
            return page(pass.person(), ask, (after, limit) -> store.inGroup(group, only, after, limit));
        });
    }

    /** The open alerts by which the actor is called, newest first. What a device asks when it was out of reach. */
    public Page<ShownAlert> calling(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return page(person, ask, (after, limit) -> store.calling(person, after, limit));
        });
    }

    /** The alerts that the actor raised, newest first, open or not. */
    public Page<ShownAlert> raised(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return page(person, ask, (after, limit) -> store.raisedBy(person, after, limit));
        });
    }

    private Page<ShownAlert> page(Id<User> reader, Page.Ask ask, Page.Fetch<Alert> fetch) {
        var seen = new HashMap<Id<Alert>, ShownAlert>();
        return Page.of(
                        ask,
                        (after, limit) -> {
                            List<Alert> batch = fetch.fetch(after, limit);
                            gate.shown(reader, batch)
                                    .forEach(shown -> seen.put(shown.alert().id(), shown));
                            return batch;
                        },
                        alert -> Cursor.of(alert.createdAt(), alert.id()),
                        alert -> seen.containsKey(alert.id()))
                .map(alert -> requireNonNull(seen.get(alert.id())));
    }

    /**
     * Who has answered and what, first answered first. Without those parted from the actor by a block. How many were called is
     * told to nobody: with the number of members it would tell how many are parted from the caller.
     */
    public Page<Receipt> answers(Actor actor, Id<Alert> id, Page.Ask ask) {
        return work.read(() -> {
            Id<User> reader = access.requirePerson(actor);
            gate.require(reader, id);
            var apart = new HashSet<Id<User>>();
            return Page.of(
                    ask,
                    (after, limit) -> {
                        List<Receipt> batch = store.answers(id, after, limit);
                        apart.addAll(access.apart(
                                reader, batch.stream().map(Receipt::userId).collect(Collectors.toSet())));
                        return batch;
                    },
                    Receipt::place,
                    receipt -> !apart.contains(receipt.userId()));
        });
    }

    /**
     * Answers an alert, and with it every open one of the same emergency by which the actor is called. From then on it is not
     * escalated. What was answered before is replaced.
     *
     * @throws org.somoim.kernel.Refusal {@link SafetyReason#YOUR_OWN_CALL}, {@link SafetyReason#NOT_CALLED}, {@link
     *     SafetyReason#OVER_ALREADY}, {@code access.not-found}
     */
    public ShownAlert acknowledge(Actor actor, Id<Alert> id, Receipt.Answer answer) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            ShownAlert asked = gate.require(person, id);
            switch (asked.role()) {
                case CALLER -> throw SafetyReason.YOUR_OWN_CALL.refuse(id);
                case KEEPER -> throw SafetyReason.NOT_CALLED.refuse(id);
                case CALLED -> requireOpen(asked.alert());
            }
            for (Alert alert : store.ofBatch(asked.alert().batchId())) {
                store.receipt(alert.id(), person)
                        .filter(receipt -> alert.isOpen() && receipt.answer() != answer)
                        .ifPresent(receipt -> {
                            store.answer(new Receipt(alert.id(), person, answer, tx.now(), receipt.createdAt()));
                            store.move(alert.acknowledged(tx.now()));
                            tx.announce(new SafetyFact.Acknowledged(alert.id(), person, answer, alert.drill()));
                        });
            }
            return gate.require(person, id);
        });
    }

    /**
     * Ends an alert. Whoever may see it may say that it is over; that it was a false alarm only its caller, who hears of it if
     * somebody else ends it, and can call again.
     *
     * @param falseAlarm whether there was nothing
     * @throws org.somoim.kernel.Refusal {@link SafetyReason#ONLY_THE_CALLER}, {@link SafetyReason#OVER_ALREADY}, {@code
     *     access.not-found}
     */
    public ShownAlert end(Actor actor, Id<Alert> id, boolean falseAlarm) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            ShownAlert asked = gate.require(person, id);
            requireOpen(asked.alert());
            end(tx, person, asked, falseAlarm);
            return gate.require(person, id);
        });
    }

    /**
     * The same for a whole emergency: every open alert of it that the actor may see.
     *
     * @throws org.somoim.kernel.Refusal {@link SafetyReason#ONLY_THE_CALLER}, {@link SafetyReason#OVER_ALREADY} if none is
     *     open, {@code access.not-found}
     */
    public Batch endAll(Actor actor, Id<Batch> id, boolean falseAlarm) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            List<ShownAlert> open = shown(person, id).alerts().stream()
                    .filter(shown -> shown.alert().isOpen())
                    .toList();
            if (open.isEmpty()) {
                throw SafetyReason.OVER_ALREADY.refuse(id);
            }
            open.forEach(asked -> end(tx, person, asked, falseAlarm));
            return shown(person, id);
        });
    }

    private void end(Work.Tx tx, Id<User> person, ShownAlert asked, boolean falseAlarm) {
        if (falseAlarm && asked.role() != ShownAlert.Role.CALLER) {
            throw SafetyReason.ONLY_THE_CALLER.refuse(asked.alert().id());
        }
        end(tx, asked.alert().id(), person, falseAlarm ? Alert.Outcome.FALSE_ALARM : Alert.Outcome.RESOLVED);
    }

    private void end(Work.Tx tx, Id<Alert> id, @Nullable Id<User> by, Alert.Outcome outcome) {
        // As it is kept, not as it was shown: a reader from whom the location is held back must not make it stay.
        Alert alert = store.find(id).orElseThrow(() -> access.notFound(id));
        store.move(alert.over(outcome, by, terms.locationKept(), tx.now()));
        tx.announce(new SafetyFact.Ended(id, by, outcome, alert.drill()));
    }

    private static void requireOpen(Alert alert) {
        if (!alert.isOpen()) {
            throw SafetyReason.OVER_ALREADY.refuse(alert.id());
        }
    }

    /**
     * Escalates what nobody has acknowledged in time, each alert by one step, a limited number in each change. The next step is
     * counted from this moment: however far the clock has gone ahead, one call takes one step. If the clock was set back, no
     * alert waits for longer than the longest step from now.
     *
     * @return how many alerts were escalated or given another time; 0 means that nothing is due
     */
    public int escalate(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, SafetySiteAction.KEEP_TIME);
            Instant late = tx.now().plus(terms.longestStep());
            List<Alert> due = store.due(tx.now(), late, AT_ONCE);
            due.forEach(alert -> escalate(tx, alert, late));
            return due.size();
        });
    }

    private void escalate(Work.Tx tx, Alert alert, Instant late) {
        if (alert.dueAt() != null && alert.dueAt().isAfter(tx.now())) {
            store.move(alert.due(late));
            return;
        }
        Instant next = terms.due(alert.step() + 1, tx.now());
        store.move(alert.escalated(next, tx.now()));
        tx.announce(new SafetyFact.Escalated(alert.id(), alert.step() + 1, next == null, alert.drill()));
    }

    /**
     * Ends what nobody has ended for too long, a limited number in each change: a location must not stay for being forgotten.
     *
     * @return how many
     */
    public int lapse(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, SafetySiteAction.KEEP_TIME);
            List<Alert> old = store.openSince(tx.now().minus(terms.longest()), AT_ONCE);
            old.forEach(alert -> end(tx, alert.id(), null, Alert.Outcome.LAPSED));
            return old.size();
        });
    }

    /**
     * Overwrites the locations that are not to be kept any longer, and then whatever the store's files still hold of them;
     * while somebody reads an earlier state of the store, the latter waits for the next call. Where the clock was set back since
     * the alert ended, at once. A limited number in each change.
     *
     * @return how many alerts took a step; 0 means that nothing can be done now
     */
    public int shred(Actor actor) {
        int wiped = work.call(tx -> {
            access.requireSite(actor, SafetySiteAction.KEEP_TIME);
            List<Id<Alert>> due = store.toShred(tx.now(), tx.now().plus(terms.locationKept()), AT_ONCE);
            due.forEach(store::wipe);
            return due.size();
        });
        List<Id<Alert>> done = work.read(() -> store.wiped(AT_ONCE));
        if (done.isEmpty() || !residue.clear()) {
            return wiped;
        }
        work.call(tx -> {
            // Somebody else may have come first.
            store.findAll(Set.copyOf(done)).stream()
                    .filter(alert -> alert.shredAt() != null)
                    .forEach(alert -> {
                        store.move(alert.shredded());
                        tx.announce(new SafetyFact.LocationShredded(alert.id(), alert.drill()));
                    });
            return done;
        });
        return done.size();
    }

    /**
     * Removes alerts that ended longer than {@link #KEPT} ago, a limited number in each change.
     *
     * @return how many
     */
    public int purge(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, SafetySiteAction.KEEP_TIME);
            return store.purge(tx.now().minus(KEPT), PURGED_AT_ONCE);
        });
    }
}
