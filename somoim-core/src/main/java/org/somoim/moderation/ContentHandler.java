package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Socket. What one kind of content has to answer, so that it can be reported, judged and acted upon. What is laid on a thing
 * takes effect where the thing is read: each capability asks {@code Access.restraints} in its own gate. So nothing that
 * people wrote is ever changed by a measure, and taking the measure back gives the exact former state.
 */
public interface ContentHandler {

    /** Such as {@code post}. No two have the same. */
    Word kind();

    /** What can be done to one of these. Measures against its author go without saying. */
    Set<Measure.Kind> measures();

    /**
     * As it stands now, for someone who asks. Inside a transaction.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} and whatever else keeps them from it
     */
    Snapshot read(Actor actor, Id<?> id);

    /** As it stands now, whoever may read it. Inside a transaction. Empty once it is gone. */
    Optional<Snapshot> find(Id<?> id);

    /**
     * Whether anyone with an account may read it where it is now. What is for some only is shown to machines, and with what
     * they say to those who decide, once one of those who may read it has reported it.
     */
    default boolean isOpen(Snapshot seen) {
        return false;
    }

    /** What of {@link #measures} may be done before a person has looked; all, unless too many would have to bear it. */
    default Set<Measure.Kind> automatic() {
        return measures();
    }

    /**
     * What the author of this said before it, of the same kind and since then, newest first. Only what is open. Inside a
     * transaction.
     */
    default List<Prose> lately(Snapshot seen, Instant since, int limit) {
        return List.of();
    }

    /**
     * What of these is {@code person}'s although it does not say so: its snapshots name no author. They read why it is
     * restricted and object to it like anybody, and nobody learns by it whose it is. Inside a transaction.
     */
    default Set<Id<?>> unnamedOf(Id<User> person) {
        return Set.of();
    }

    /** What a fact says is gone for now, if it is one of these. */
    default Optional<Id<?>> goneIn(Fact fact) {
        return Optional.empty();
    }

    /** What a fact says was said or changed, if it is one of these. */
    default Optional<Said> saidIn(Fact fact) {
        return Optional.empty();
    }

    /**
     * Something was said.
     *
     * @param by who said it, or null where that does not matter
     * @param anew whether it is new, and not a change of what was there
     */
    record Said(Id<?> id, @Nullable Id<User> by, boolean anew) {}
}
