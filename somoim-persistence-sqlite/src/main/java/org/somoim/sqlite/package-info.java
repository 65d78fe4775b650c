/** Every store of the core on one SQLite file. {@link org.somoim.sqlite.SqliteDatabase} opens it. */
@NullMarked
package org.somoim.sqlite;

import org.jspecify.annotations.NullMarked;
