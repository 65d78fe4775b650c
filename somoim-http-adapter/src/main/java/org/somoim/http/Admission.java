package org.somoim.http;

import org.jspecify.annotations.Nullable;
import org.somoim.http.live.Feed;
import org.somoim.http.live.SignIn;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What {@link SocketDoor} says to whoever wants to open a socket. */
public sealed interface Admission {

    /**
     * They may come in.
     *
     * @param signIn to be asked again and again
     * @param protocol what to name as the chosen subprotocol, or null for none
     */
    record Welcome(
            Id<User> person,
            SignIn signIn,
            Feed feed,
            @Nullable String protocol) implements Admission {}

    /** They may not. */
    record TurnedDown(Answer answer) implements Admission {}
}
