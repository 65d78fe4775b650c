/** Brings in what people had elsewhere: accounts, groups, memberships, posts, a few hundred rows to a change. */
@NullMarked
package org.somoim.imports;

import org.jspecify.annotations.NullMarked;
