package org.somoim.http.dashboard;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Who sits at the dashboard. Everything they do there is done as this person, under the rights and restraints of their
 * account; {@code rank} can only take away.
 */
public record Operator(Id<User> account, Rank rank) {}
