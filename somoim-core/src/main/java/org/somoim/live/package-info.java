/** Hints that something has changed, for whoever is connected and waits. Hints only: what has changed is read from the store. */
@NullMarked
package org.somoim.live;

import org.jspecify.annotations.NullMarked;
