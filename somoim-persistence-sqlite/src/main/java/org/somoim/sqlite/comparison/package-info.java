/** Peer comparison, in SQLite. */
@NullMarked
package org.somoim.sqlite.comparison;

import org.jspecify.annotations.NullMarked;
