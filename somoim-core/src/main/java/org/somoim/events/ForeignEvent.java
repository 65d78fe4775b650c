package org.somoim.events;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as another calendar has it.
 *
 * @param uid what it is called there; the same meeting always has the same
 * @param plan of the first one if it comes again
 * @param rule by which it comes again, or null
 * @param without starts by the rule at which it does not take place
 * @param moved what differs from the rule, by the start that it would have by it
 */
public record ForeignEvent(
        Uid uid, Plan plan, @Nullable Rule rule, Set<LocalDateTime> without, Map<LocalDateTime, Plan> moved) {

    public ForeignEvent {
        without = Set.copyOf(without);
        moved = Map.copyOf(moved);
    }

    /** What another calendar calls a meeting. At most 1000 characters, not blank. */
    public record Uid(String value) {
        private static final int MAX = 1000;

        /** @throws org.somoim.kernel.Refusal {@link EventReason#NOT_A_UID} */
        public Uid {
            if (value.isBlank() || value.length() > MAX) {
                throw EventReason.NOT_A_UID.refuse();
            }
        }
    }

    /** What came of it. */
    public enum Outcome {
        ADDED,
        /** It was brought before, and nothing is changed. */
        KNOWN
    }
}
