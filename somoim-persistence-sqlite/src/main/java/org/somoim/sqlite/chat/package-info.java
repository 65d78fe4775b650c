/** Conversations and messages on SQLite. */
@NullMarked
package org.somoim.sqlite.chat;

import org.jspecify.annotations.NullMarked;
