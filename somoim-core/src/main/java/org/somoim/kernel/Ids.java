package org.somoim.kernel;

/**
 * Port. Makes fresh ids.
 *
 * <p>Ordinary things get time-ordered ids, which a database appends cheaply. Such an id tells to the millisecond when it
 * was made, so whatever is anonymous, or whose time of making is nobody's business, gets a random one.
 */
public interface Ids {

    /** UUID version 7: later ids are greater, also within one millisecond. */
    <T> Id<T> timeOrdered();

    /** UUID version 4: says nothing about when or in which order it was made. */
    <T> Id<T> random();
}
