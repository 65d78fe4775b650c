package org.somoim.safety;

import java.util.List;
import org.somoim.kernel.Id;

/**
 * One emergency: the alerts that went to several groups at once.
 *
 * @param alerts those that the reader may see, in the order in which they were raised; never empty
 */
public record Batch(Id<Batch> id, List<ShownAlert> alerts) {
    public Batch {
        alerts = List.copyOf(alerts);
    }
}
