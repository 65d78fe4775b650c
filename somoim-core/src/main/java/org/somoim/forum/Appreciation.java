package org.somoim.forum;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What one person appreciates in the posts of another.
 *
 * @param by who; never the other themself
 * @param helpful how many of the posts they found helpful
 * @param solved how many they accepted as what solved a question
 */
public record Appreciation(Id<User> by, int helpful, int solved) {}
