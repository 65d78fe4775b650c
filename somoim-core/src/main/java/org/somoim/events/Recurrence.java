package org.somoim.events;

import java.time.LocalDateTime;
import java.util.List;

/** Port. Says when something comes again. */
public interface Recurrence {

    /**
     * Starts by the clock on the wall, in order, each at most once. The first start counts only if it is as the rule says.
     *
     * @param first from which the rule counts
     * @param zone in which a rule that ends at an instant is understood
     * @param from earliest start wanted
     * @param until first start not wanted any more
     * @param most starts at most, however many there are
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_A_RULE}
     */
    List<LocalDateTime> starts(
            Rule rule, LocalDateTime first, Zone zone, LocalDateTime from, LocalDateTime until, int most);
}
