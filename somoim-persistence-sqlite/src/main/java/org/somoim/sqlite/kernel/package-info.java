/** The log of facts on SQLite. */
@NullMarked
package org.somoim.sqlite.kernel;

import org.jspecify.annotations.NullMarked;
