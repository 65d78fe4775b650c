/** Accounts in SQLite. */
@NullMarked
package org.somoim.sqlite.accounts;

import org.jspecify.annotations.NullMarked;
