package org.somoim.kernel;

import java.util.function.Supplier;

/** Port. Runs work so that all of it happens or none of it does. */
public interface Transactor {

    /**
     * Runs a change. Inside {@code work} every store on this thread reads its own writes. One change runs at a time, so what
     * it has read stays true until it ends. A call inside a call joins the outer one. Anything thrown undoes everything and
     * is rethrown as it is.
     *
     * @throws IllegalStateException inside {@link #read}
     */
    <R> R call(Supplier<R> work);

    /**
     * The same for a change that whoever makes it will make again if it is lost, such as the delivery of a fact that is kept.
     * It need not be on the disk when this returns: the crash of a program loses nothing of it, loss of power may, and with
     * it all that was kept later. So nothing is ever kept without what it was built on.
     */
    default <R> R callRelaxed(Supplier<R> work) {
        return call(work);
    }

    /**
     * Runs a question. Inside {@code work} every store on this thread sees the same state, and refuses to write. Inside
     * {@link #call} it joins the change.
     */
    <R> R read(Supplier<R> work);

    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
