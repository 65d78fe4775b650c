package org.somoim.live;

import java.util.Optional;
import org.somoim.kernel.Fact;

/** Socket. Which facts of a capability those who are connected are to hear of at once. */
public interface HintSource {

    /** Asked once the fact's change is kept. Empty for facts of other capabilities. Must not ask the store. */
    Optional<Hint> hintOf(Fact fact);
}
