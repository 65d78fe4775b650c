/** Waiting letters in SQLite. */
@NullMarked
package org.somoim.sqlite.mail;

import org.jspecify.annotations.NullMarked;
