/** Outside identities in SQLite. */
@NullMarked
package org.somoim.sqlite.identities;

import org.jspecify.annotations.NullMarked;
