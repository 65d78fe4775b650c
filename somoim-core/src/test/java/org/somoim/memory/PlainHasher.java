package org.somoim.memory;

import org.somoim.accounts.PasswordHasher;

/** Hashes nothing, so that tests are quick. */
public final class PlainHasher implements PasswordHasher {}
