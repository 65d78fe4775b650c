package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.somoim.access.Restraint;
import org.somoim.access.Restraints;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Witness;

/** Lets whoever is slowed speak only so often. Sees what is said inside the change that says it, so that nothing slips by. */
public final class Pace implements Witness {
    /** How often someone speaks who is slowed. */
    public static final Duration BETWEEN = Duration.ofMinutes(10);

    private final List<? extends ContentHandler> handlers;
    private final MeasureStore store;
    private final Restraints restraints;

    public Pace(List<? extends ContentHandler> handlers, MeasureStore store, Restraints restraints) {
        this.handlers = List.copyOf(handlers);
        this.store = store;
        this.restraints = restraints;
    }

    /** @throws org.somoim.kernel.Refusal {@link ModerationReason#SLOWED} */
    @Override
    public void see(Fact fact, Instant at) {
        for (ContentHandler handler : handlers) {
            handler.saidIn(fact).ifPresent(said -> mustBeSlow(said, at));
        }
    }

    private void mustBeSlow(ContentHandler.Said said, Instant at) {
        Id<User> person = said.by();
        if (said.anew() && person != null) {
            mustBeSlow(person, at);
        }
    }

    private void mustBeSlow(Id<User> person, Instant at) {
        boolean slowed =
                restraints.on(Set.of(person), at).getOrDefault(person, Set.of()).contains(Restraint.SLOWED);
        if (slowed && !store.pace(person, at, BETWEEN)) {
            throw ModerationReason.SLOWED.refuse();
        }
    }
}
