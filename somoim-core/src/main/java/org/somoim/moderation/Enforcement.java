package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Where measures come into force and are taken back, with everything that follows from them. */
final class Enforcement {
    private final MeasureStore store;
    private final GroupBans groupBans;
    private final ModerationTerms terms;
    private final Access access;

    Enforcement(MeasureStore store, GroupBans groupBans, ModerationTerms terms, Access access) {
        this.store = store;
        this.groupBans = groupBans;
        this.terms = terms;
        this.access = access;
    }

    /** A measure somebody decides on; severe ones wait for a second person. */
    Measure impose(Work.Tx tx, Case about, Ruling ruling, Measure.Source source, Id<User> decider) {
        boolean waits = Measure.isSevere(ruling.kind(), ruling.lasting());
        Measure measure = measure(
                tx,
                about,
                ruling,
                source,
                decider,
                null,
                0,
                waits ? Measure.State.PROPOSED : Measure.State.TAKEN,
                about.probability() > 0 ? about.probability() : null);
        return begin(tx, measure);
    }

    /** A measure nobody decides on, until somebody does. */
    void imposeAutomatically(
            Work.Tx tx,
            Case about,
            Measure.Kind kind,
            Ground ground,
            Measure.Source source,
            @Nullable Integer confidence,
            Line rule,
            Prose facts) {
        var ruling = new Ruling(kind, ground, rule, facts, null, 0, false);
        begin(tx, measure(tx, about, ruling, source, null, null, 0, Measure.State.TAKEN, confidence));
    }

    private Measure measure(
            Work.Tx tx,
            Case about,
            Ruling ruling,
            Measure.Source source,
            @Nullable Id<User> decider,
            @Nullable Id<Measure> follows,
            int rung,
            Measure.State state,
            @Nullable Integer confidence) {
        Id<User> person = about.authorId();
        if (ruling.kind().isAgainstPerson() && person == null
                || ruling.kind() == Measure.Kind.GROUP_BAN && about.placeId() == null) {
            throw ModerationReason.NOBODY_THERE.refuse(about.id());
        }
        Id<?> target = ruling.kind().isAgainstPerson() && person != null
                ? person
                : about.subject().id();
        boolean begins = state == Measure.State.TAKEN;
        Instant end = ruling.lasting() == null ? null : tx.now().plus(ruling.lasting());
        return new Measure(
                tx.newRandomId(),
                about.id(),
                follows,
                ruling.kind(),
                state,
                about.subjectKind(),
                about.subjectId(),
                target,
                person,
                about.placeId(),
                ruling.ground(),
                ruling.rule(),
                ruling.facts(),
                decider == null,
                confidence,
                source,
                ruling.points(),
                rung,
                decider,
                null,
                null,
                tx.now(),
                begins ? tx.now() : null,
                end,
                null);
    }

    private Measure begin(Work.Tx tx, Measure measure) {
        if (measure.state() == Measure.State.PROPOSED) {
            store.add(measure);
            tx.announce(new ModerationFact.MeasureProposed(measure.id(), measure.deciderId(), measure.kind()));
            return measure;
        }
        Measure taken = takeEffect(tx, measure);
        store.add(taken);
        announce(tx, taken);
        follow(tx, taken);
        return taken;
    }

    /** Somebody else agrees to what was proposed: it begins now. */
    Measure agree(Work.Tx tx, Measure proposed, Id<User> second) {
        Instant end = proposed.until() == null
                ? null
                : tx.now().plus(java.time.Duration.between(proposed.decidedAt(), proposed.until()));
        Measure taken = takeEffect(tx, proposed.moved(Measure.State.TAKEN, second, tx.now(), end));
        move(taken, Measure.State.PROPOSED);
        announce(tx, taken);
        follow(tx, taken);
        return taken;
    }

    Measure decline(Work.Tx tx, Measure proposed, Id<User> second) {
        Measure declined = proposed.moved(Measure.State.DECLINED, second, tx.now(), null);
        move(declined, Measure.State.PROPOSED);
        tx.announce(new ModerationFact.MeasureDeclined(declined.id(), second, declined.kind()));
        return declined;
    }

    private Measure takeEffect(Work.Tx tx, Measure measure) {
        if (measure.kind() == Measure.Kind.GROUP_BAN
                && measure.placeId() != null
                && measure.personId() != null
                && measure.deciderId() != null) {
            return measure.remembering(groupBans.ban(tx, measure.placeId(), measure.personId(), measure.deciderId()));
        }
        return measure;
    }

    private static void announce(Work.Tx tx, Measure taken) {
        tx.announce(new ModerationFact.MeasureTaken(
                taken.id(),
                taken.personId(),
                taken.deciderId(),
                taken.kind(),
                taken.targetId(),
                taken.points(),
                taken.until() == null ? null : taken.until().toEpochMilli()));
    }

    /** What strikes lead to: the highest rung that these reach and those before did not. */
    private void follow(Work.Tx tx, Measure measure) {
        Id<User> person = measure.personId();
        Id<User> decider = measure.deciderId();
        if (measure.points() == 0 || person == null || decider == null || !isBelow(person, decider)) {
            return;
        }
        int now = store.points(person, tx.now().minus(terms.strikesCount()), tx.now());
        int before = now - measure.points();
        Optional<ModerationTerms.Rung> reached = terms.ladder().stream()
                .filter(rung -> rung.points() > before && rung.points() <= now)
                .reduce((lower, higher) -> higher);
        reached.ifPresent(rung -> begin(tx, consequence(tx, measure, rung, person, decider)));
    }

    private static Measure consequence(
            Work.Tx tx, Measure of, ModerationTerms.Rung rung, Id<User> person, Id<User> decider) {
        boolean waits = Measure.isSevere(rung.kind(), rung.lasting());
        return new Measure(
                tx.newRandomId(),
                of.caseId(),
                of.id(),
                rung.kind(),
                waits ? Measure.State.PROPOSED : Measure.State.TAKEN,
                of.subjectKind(),
                of.subjectId(),
                person,
                person,
                of.placeId(),
                of.ground(),
                of.rule(),
                of.facts(),
                false,
                null,
                of.source(),
                0,
                rung.points(),
                decider,
                null,
                null,
                tx.now(),
                waits ? null : tx.now(),
                rung.lasting() == null ? null : tx.now().plus(rung.lasting()),
                null);
    }

    /** Nobody acts against someone of equal or higher role. */
    boolean isBelow(Id<User> person, Id<User> decider) {
        SiteRole role = access.role(person).orElse(SiteRole.USER);
        return role == SiteRole.USER || !role.isAtLeast(access.role(decider).orElse(SiteRole.USER));
    }

    /**
     * Takes a measure back. What was wrong takes along everything that would not have come about without it.
     *
     * @param to {@code LIFTED} or {@code OVERTURNED}
     * @param by null for the host, and where nobody did
     */
    void end(Work.Tx tx, Measure measure, Measure.State to, @Nullable Id<User> by) {
        move(measure.moved(to, null, tx.now(), null), Measure.State.TAKEN);
        if (measure.kind() == Measure.Kind.GROUP_BAN
                && measure.placeId() != null
                && measure.personId() != null
                && measure.former() != null) {
            groupBans.undo(tx, measure.placeId(), measure.personId(), measure.former());
        }
        tx.announce(new ModerationFact.MeasureEnded(measure.id(), measure.personId(), by, measure.kind(), to));
        if (to == Measure.State.OVERTURNED) {
            store.following(measure.id()).forEach(next -> endConsequence(tx, next, by));
            Id<User> person = measure.personId();
            if (measure.points() > 0 && person != null) {
                store.consequences(person).stream()
                        .filter(next ->
                                store.points(person, next.decidedAt().minus(terms.strikesCount()), next.decidedAt())
                                        < next.rung())
                        .forEach(next -> endConsequence(tx, next, by));
            }
        }
    }

    private void endConsequence(Work.Tx tx, Measure next, @Nullable Id<User> by) {
        if (next.state() == Measure.State.TAKEN) {
            end(tx, next, Measure.State.OVERTURNED, by);
        } else if (next.state() == Measure.State.PROPOSED) {
            move(next.moved(Measure.State.DECLINED, null, tx.now(), null), Measure.State.PROPOSED);
            tx.announce(new ModerationFact.MeasureDeclined(next.id(), null, next.kind()));
        }
    }

    /** Ends what was done to a case's subject before anybody had looked. */
    void endAutomatic(Work.Tx tx, Case about, Measure.State to, @Nullable Id<User> by) {
        List<Measure> all = store.ofCase(about.id());
        all.stream()
                .filter(measure -> measure.automated() && measure.isInForce(tx.now()))
                .forEach(measure -> end(tx, measure, to, by));
    }

    void shorten(Work.Tx tx, Measure measure, Instant end) {
        move(measure.shortened(end), Measure.State.TAKEN);
        tx.announce(new ModerationFact.MeasureShortened(measure.id(), measure.personId(), end.toEpochMilli()));
    }

    private void move(Measure moved, Measure.State from) {
        if (!store.move(moved, from)) {
            throw ModerationReason.NOT_IN_FORCE.refuse(moved.id());
        }
    }
}
