/** Signing in and staying so: sessions, and the tokens that stand for them. */
@NullMarked
package org.somoim.sessions;

import org.jspecify.annotations.NullMarked;
