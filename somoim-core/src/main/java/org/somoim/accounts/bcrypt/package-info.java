/** Passwords hashed with bcrypt; the only package that sees the jBCrypt library. */
@NullMarked
package org.somoim.accounts.bcrypt;

import org.jspecify.annotations.NullMarked;
