package org.somoim.profiles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** Everything somebody is called, shown or not. For capabilities that have to take it out. No front door: it asks for no permission. */
public final class Names {
    private final ProfileStore store;

    public Names(ProfileStore store) {
        this.store = store;
    }

    /** Inside a transaction; empty if they have no profile. */
    public Optional<Called> of(Id<User> person) {
        return store.find(person)
                .map(Profile::about)
                .map(about -> new Called(about.displayName(), about.givenName(), about.familyName()));
    }

    /** What one person is called. */
    public record Called(
            Line displayName,
            @Nullable Line givenName,
            @Nullable Line familyName) {}
}
