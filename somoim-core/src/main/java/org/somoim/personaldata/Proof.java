package org.somoim.personaldata;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Somebody has just shown that they are this person, and not only someone who found a device unlocked. Not for keeping. */
public record Proof(Id<User> person) {}
