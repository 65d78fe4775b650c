/** Sessions in SQLite. */
@NullMarked
package org.somoim.sqlite.sessions;

import org.jspecify.annotations.NullMarked;
