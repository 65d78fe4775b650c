package org.somoim.events;

import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.groups.Reach;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/** Plug. Meetings can be reported and acted upon. */
public final class EventContent implements ContentHandler {
    static final Word EVENT = new Word("event");
    private static final Set<Measure.Kind> SOME =
            Set.of(Measure.Kind.NUDGE, Measure.Kind.HOLD, Measure.Kind.HIDE, Measure.Kind.REMOVE);

    private final EventStore store;
    private final EventGate gate;
    private final Reach reach;

    public EventContent(EventStore store, RsvpStore rsvps, Reach reach, Access access) {
        this.store = store;
        this.gate = new EventGate(store, rsvps, access);
        this.reach = reach;
    }

    @Override
    public Word kind() {
        return EVENT;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        return snapshot(gate.open(actor, new Id<>(id.value())).event());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return store.find(new Id<>(id.value()))
                .filter(event -> !event.isDeleted())
                .map(this::snapshot);
    }

    private Snapshot snapshot(Event event) {
        return new Snapshot(
                new Subject(EVENT, event.id()),
                event.creatorId(),
                event.groupId(),
                event.title(),
                event.description(),
                event.updatedAt(),
                reach.of(event.groupId()));
    }

    @Override
    public boolean isOpen(Snapshot seen) {
        return store.find(new Id<>(seen.subject().id().value()))
                .filter(event -> reach.isPublic(event.groupId()))
                .isPresent();
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof EventFact.EventDeleted deleted ? Optional.of(deleted.eventId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        if (fact instanceof EventFact.Called called) {
            return Optional.of(new Said(called.eventId(), called.userId(), true));
        }
        if (fact instanceof EventFact.Edited edited) {
            return Optional.of(new Said(edited.eventId(), edited.userId(), false));
        }
        return Optional.empty();
    }
}
