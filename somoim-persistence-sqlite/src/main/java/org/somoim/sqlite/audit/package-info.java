/** The audit log on SQLite. */
@NullMarked
package org.somoim.sqlite.audit;

import org.jspecify.annotations.NullMarked;
