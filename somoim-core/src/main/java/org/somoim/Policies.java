package org.somoim;

import org.somoim.accounts.Letters;
import org.somoim.sessions.Sessions;

/**
 * Rules of the community that a host chooses, where there is a choice.
 *
 * @param letters what is written to people about their accounts
 */
public record Policies(Sessions.Terms sessions, Letters letters) {
    public static final Policies PRESET = new Policies(Sessions.Terms.PRESET, Letters.PRESET);
}
