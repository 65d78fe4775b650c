/** Events over HTTP. */
@NullMarked
package org.somoim.http.events;

import org.jspecify.annotations.NullMarked;
