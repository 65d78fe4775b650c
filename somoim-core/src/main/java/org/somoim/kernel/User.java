package org.somoim.kernel;

/** Someone with an account. Everything else about them lives in {@code org.somoim.accounts} and {@code org.somoim.profiles}. */
public interface User {
    Id<User> id();
}
