package org.somoim.operations;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What an operator did through the library. */
public sealed interface OperationsFact extends Fact {
    /**
     * The whole community was copied.
     *
     * @param byId null for the host
     */
    record BackupTaken(@Nullable Id<User> byId) implements OperationsFact {}

    /**
     * A listener has taken what it could not take before.
     *
     * @param position of the fact in the log
     * @param byId null for the host
     */
    record Retried(long position, @Nullable Id<User> byId) implements OperationsFact {}
}
