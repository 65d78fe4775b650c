/** Calls for help over HTTP. */
@NullMarked
package org.somoim.http.safety;

import org.jspecify.annotations.NullMarked;
