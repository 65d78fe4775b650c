package org.somoim.kernel;

/** The store is broken, busy or full. Nobody's fault who called; the change did not happen. */
public final class StoreFailure extends RuntimeException {

    /** @param whatToDo one sentence for the operator; constant, never about a person */
    public StoreFailure(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
