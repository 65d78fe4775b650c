package org.somoim.goals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Reach;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/**
 * Plug. Shared goals can be reported and acted upon, and nobody learns by it whose they are: neither whoever decides, nor
 * whoever has the database.
 */
public final class GoalContent implements ContentHandler {
    private static final Word GOAL = new Word("goal");
    private static final Set<Measure.Kind> SOME = Set.of(Measure.Kind.NUDGE, Measure.Kind.HOLD, Measure.Kind.HIDE);

    private final GoalShareStore store;
    private final GoalGate gate;
    private final Ownership ownership;
    private final Reach reach;
    private final InstantSource clock;
    private final Access access;

    public GoalContent(GoalShareStore store, Pseudonyms pseudonyms, Reach reach, InstantSource clock, Access access) {
        this.store = store;
        this.gate = new GoalGate(store, access);
        this.ownership = new Ownership(store, pseudonyms);
        this.reach = reach;
        this.clock = clock;
        this.access = access;
    }

    @Override
    public Word kind() {
        return GOAL;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        return snapshot(gate.require(access.requirePerson(actor), new Id<>(id.value()), today()));
    }

    /** As others see it today: what its owner has said for tomorrow is for nobody yet, and what they withdrew for nobody any more. */
    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return store.shown(new Id<>(id.value()), today()).map(this::snapshot);
    }

    private Snapshot snapshot(GoalShare share) {
        Story story = share.face().story();
        return new Snapshot(
                new Subject(GOAL, share.id()),
                null,
                null,
                story == null ? null : story.title(),
                story == null ? null : told(story),
                share.face().since(),
                reach.of(null));
    }

    /** Everything but the title. */
    private static @Nullable Prose told(Story story) {
        String text = Stream.concat(
                        Stream.of(story.description(), story.strategy(), story.tips())
                                .filter(Objects::nonNull)
                                .map(Prose::value),
                        story.tags().lines().stream().map(Line::value))
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : Prose.of(text);
    }

    /** What is reported was seen, and everybody sees the same. */
    @Override
    public boolean isOpen(Snapshot seen) {
        return true;
    }

    @Override
    public Set<Id<?>> unnamedOf(Id<User> person) {
        return new HashSet<>(ownership.of(person));
    }

    private Instant today() {
        return Days.today(clock.instant());
    }
}
