/** Goals that people share without their name: structured first, in words as a second step, so that nobody can tell whose they are. */
@NullMarked
package org.somoim.goals;

import org.jspecify.annotations.NullMarked;
