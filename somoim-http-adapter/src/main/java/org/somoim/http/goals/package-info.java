/** Goals that people share without their name, over HTTP. */
@NullMarked
package org.somoim.http.goals;

import org.jspecify.annotations.NullMarked;
