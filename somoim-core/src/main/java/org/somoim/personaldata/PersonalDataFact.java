package org.somoim.personaldata;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to what is kept about a person. */
public sealed interface PersonalDataFact extends Fact {
    /**
     * Their account is shut for good.
     *
     * @param by the person, or null if the host asked for it
     */
    record ErasureBegun(Id<User> userId, @Nullable Id<User> by) implements PersonalDataFact {}

    /** Nothing of them can be read any more. */
    record Removed(Id<User> userId) implements PersonalDataFact {}

    /** No byte of it is left. */
    record Erased(Id<User> userId) implements PersonalDataFact {}
}
