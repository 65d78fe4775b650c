package org.somoim.http.wire;

import org.somoim.access.Action;
import org.somoim.access.SiteAction;

/**
 * Who may call a route. It documents what the front door decides, and is what the role matrix is generated from; of it, the
 * router itself enforces only that whoever calls has signed in.
 */
public sealed interface Callers {

    /** Everyone, signed in or not. */
    record Anyone() implements Callers {}

    /** Everyone with an account in good standing. */
    record Person() implements Callers {}

    /** Whose role in the community suffices for {@code action}. */
    record Site(SiteAction action) implements Callers {}

    /**
     * Whose standing suffices for {@code action} in a group or on a page.
     *
     * @param named the path variable that names the place, or the thing in it
     */
    record In(Action action, String named) implements Callers {}
}
