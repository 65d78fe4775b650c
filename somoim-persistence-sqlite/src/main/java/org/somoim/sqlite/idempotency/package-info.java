/** Calls that had their effect, in SQLite. */
@NullMarked
package org.somoim.sqlite.idempotency;

import org.jspecify.annotations.NullMarked;
