/** Passwords held against what guessers try first; the only package that sees the zxcvbn library. */
@NullMarked
package org.somoim.accounts.zxcvbn;

import org.jspecify.annotations.NullMarked;
