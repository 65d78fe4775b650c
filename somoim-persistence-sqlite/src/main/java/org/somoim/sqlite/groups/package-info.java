/** Groups, memberships and invites in SQLite. */
@NullMarked
package org.somoim.sqlite.groups;

import org.jspecify.annotations.NullMarked;
