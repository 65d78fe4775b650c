/** Profiles, privacy settings, blocks and muted words in SQLite. */
@NullMarked
package org.somoim.sqlite.profiles;

import org.jspecify.annotations.NullMarked;
