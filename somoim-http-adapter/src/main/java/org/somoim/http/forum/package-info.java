/** The forum over HTTP. */
@NullMarked
package org.somoim.http.forum;

import org.jspecify.annotations.NullMarked;
