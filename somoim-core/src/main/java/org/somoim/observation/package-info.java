/** Looks on while the rest works: measures it and tells the operator, without it knowing. */
@NullMarked
package org.somoim.observation;

import org.jspecify.annotations.NullMarked;
