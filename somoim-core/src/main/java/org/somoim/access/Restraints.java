package org.somoim.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.somoim.kernel.Id;

/** Port. Answers what is laid on things and people at a moment. One query on an index. */
@FunctionalInterface
public interface Restraints {
    /** Where nothing is ever laid on anything. */
    Restraints NONE = (targets, now) -> Map.of();

    /** What is in force at {@code now}: what has run out by then is not, whether or not anybody noted it. Leaves out those without. */
    Map<Id<?>, Set<Restraint>> on(Set<? extends Id<?>> targets, Instant now);
}
