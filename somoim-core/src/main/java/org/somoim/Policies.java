package org.somoim;

import org.somoim.sessions.Sessions;

/** Rules of the community that a host chooses, where there is a choice. */
public record Policies(Sessions.Terms sessions) {
    public static final Policies PRESET = new Policies(Sessions.Terms.PRESET);
}
