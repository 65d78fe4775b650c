package org.somoim.http.dashboard;

import java.util.Optional;
import org.somoim.http.Call;

/** Port. The host's own login: says for each call who is asking. Safe between threads. */
@FunctionalInterface
public interface Operators {

    /**
     * Empty if nobody is signed in whom the host lets to the dashboard. Asked anew for every call, so that a log-out holds at
     * once. May look at cookies: the dashboard sees to it that no page from elsewhere can act through them.
     */
    Optional<Operator> operator(Call call);
}
