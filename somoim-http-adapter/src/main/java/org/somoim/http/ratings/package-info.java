/** Ratings over HTTP. */
@NullMarked
package org.somoim.http.ratings;

import org.jspecify.annotations.NullMarked;
