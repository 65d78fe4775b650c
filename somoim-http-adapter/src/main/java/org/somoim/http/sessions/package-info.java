/** Sessions over HTTP. */
@NullMarked
package org.somoim.http.sessions;

import org.jspecify.annotations.NullMarked;
