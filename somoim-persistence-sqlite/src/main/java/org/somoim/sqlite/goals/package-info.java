/** Shared goals on SQLite. */
@NullMarked
package org.somoim.sqlite.goals;

import org.jspecify.annotations.NullMarked;
