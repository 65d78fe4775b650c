/** Looking after the database from within the library. */
@NullMarked
package org.somoim.sqlite.operations;

import org.jspecify.annotations.NullMarked;
