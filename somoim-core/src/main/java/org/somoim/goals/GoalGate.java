package org.somoim.goals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.access.Mutes;
import org.somoim.access.Restraint;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/**
 * Which shared goals somebody sees: what neither holds a word that they muted nor is hidden by a decision. That it is hidden is
 * seen by its owner alone, among their own; here it is gone for them as for anybody, so that nobody learns by looking over a
 * shoulder.
 */
final class GoalGate {
    private final GoalShareStore store;
    private final Access access;

    GoalGate(GoalShareStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    GoalShare require(Id<User> reader, Id<GoalShare> id, Instant today) {
        return store.shown(id, today)
                .filter(share -> !shownTo(reader, List.of(share)).isEmpty())
                .orElseThrow(() -> access.notFound(id));
    }

    /** Those of these that the reader sees, in their order. */
    List<GoalShare> shownTo(Id<User> reader, List<GoalShare> shares) {
        Mutes mutes = access.mutes(reader);
        Map<Id<?>, Set<Restraint>> laid =
                access.restraints(shares.stream().map(GoalShare::id).collect(Collectors.toSet()));
        return shares.stream()
                .filter(share -> !hides(mutes, share))
                .filter(share -> !Restraint.hides(laid.getOrDefault(share.id(), Set.of())))
                .toList();
    }

    private static boolean hides(Mutes mutes, GoalShare share) {
        Story story = share.face().story();
        if (story == null) {
            return false;
        }
        return mutes.hide(story.title(), story.description())
                || mutes.hide(null, story.strategy())
                || mutes.hide(null, story.tips())
                || story.tags().lines().stream().anyMatch((Line tag) -> mutes.hide(tag, null));
    }
}
