package org.somoim.safety;

import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.groups.Reach;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/**
 * Plug. Calls for help can be reported, without the place that came with them. Nothing hides one: it might be true. What can be
 * done is done to whoever cries wolf.
 */
public final class AlertContent implements ContentHandler {
    private static final Word ALERT = new Word("alert");

    private final AlertStore store;
    private final AlertGate gate;
    private final Reach reach;
    private final Access access;

    public AlertContent(AlertStore store, Reach reach, Access access) {
        this.store = store;
        this.gate = new AlertGate(store, access);
        this.reach = reach;
        this.access = access;
    }

    @Override
    public Word kind() {
        return ALERT;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return Set.of(Measure.Kind.NUDGE);
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        return snapshot(
                gate.require(access.requirePerson(actor), new Id<>(id.value())).alert());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return store.find(new Id<>(id.value())).map(this::snapshot);
    }

    private Snapshot snapshot(Alert alert) {
        return new Snapshot(
                new Subject(ALERT, alert.id()),
                alert.userId(),
                alert.groupId(),
                null,
                alert.message(),
                alert.createdAt(),
                reach.of(alert.groupId()));
    }
}
