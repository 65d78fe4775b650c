package org.somoim.kernel;

import org.jspecify.annotations.Nullable;

/** The store is broken, busy or full. Nobody's fault who called; the change did not happen. */
public final class StoreFailure extends RuntimeException {

    /**
     * @param whatToDo one sentence for the operator; constant, never about a person
     * @param cause or null
     */
    public StoreFailure(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}
