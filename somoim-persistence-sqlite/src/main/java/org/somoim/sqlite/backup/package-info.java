/** Copies of the database: making, checking, putting back and forgetting them. */
@NullMarked
package org.somoim.sqlite.backup;

import org.jspecify.annotations.NullMarked;
