package org.somoim.accounts;

import java.time.Instant;
import java.util.List;
import org.somoim.imports.Entry;
import org.somoim.imports.Ref;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Says that somebody the source speaks of has an account here, so that what else it says of them is theirs. For the host
 * to decide: that the address is the same is a reason to look, not a proof.
 */
public record HereAlready(Ref<User> ref, Id<User> person, Instant since) implements Entry {

    @Override
    public List<Ref<?>> names() {
        return List.of(ref);
    }
}
