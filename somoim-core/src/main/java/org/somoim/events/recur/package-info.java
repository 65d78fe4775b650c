/** Recurrence by lib-recur: the only package that sees it. */
@NullMarked
package org.somoim.events.recur;

import org.jspecify.annotations.NullMarked;
