package org.somoim.accounts;

/** Port. Turns passwords into what may be kept of them. */
public interface PasswordHasher {}
