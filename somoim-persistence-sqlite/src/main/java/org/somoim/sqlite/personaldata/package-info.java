/** Erasures in SQLite. */
@NullMarked
package org.somoim.sqlite.personaldata;

import org.jspecify.annotations.NullMarked;
