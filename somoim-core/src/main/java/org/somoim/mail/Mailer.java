package org.somoim.mail;

/** Port. Sends letters. Called outside of changes, since the way out may be slow. */
public interface Mailer {

    /**
     * Hands a letter over for delivery. Returns when it is accepted, which does not mean that it has arrived.
     *
     * @throws RuntimeException if it was not accepted; it is tried again later, so the same letter may come twice
     */
    void send(Letter letter);

    /**
     * Lets go of what it may still hold of letters to an address whose owner is erased. Asked again, it changes nothing.
     * What was sent on is out of reach.
     */
    default void forget(Email recipient) {}
}
