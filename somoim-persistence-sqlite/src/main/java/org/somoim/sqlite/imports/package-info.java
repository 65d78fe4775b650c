/** What sources of imports call things, in SQLite. */
@NullMarked
package org.somoim.sqlite.imports;

import org.jspecify.annotations.NullMarked;
