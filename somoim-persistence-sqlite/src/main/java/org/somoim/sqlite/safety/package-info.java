/** Calls for help in SQLite. */
@NullMarked
package org.somoim.sqlite.safety;

import org.jspecify.annotations.NullMarked;
