package org.somoim.profiles;

import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** Port. Keeps profiles, privacy settings, blocks and muted words. Writes must happen inside a transaction. */
public interface ProfileStore {

    /** Empty if there is no such profile. */
    Optional<Audience> visibility(Id<User> owner);

    /** Those of {@code others} with whom {@code person} has a block in either direction. */
    Set<Id<User>> apart(Id<User> person, Set<Id<User>> others);

    /** In no particular order. */
    Set<Line> mutedWords(Id<User> person);
}
