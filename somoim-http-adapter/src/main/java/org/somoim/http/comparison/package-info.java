/** Peer comparison over HTTP. */
@NullMarked
package org.somoim.http.comparison;

import org.jspecify.annotations.NullMarked;
