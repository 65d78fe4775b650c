/** Calls counted in memory; the only package that sees the Bucket4j and Caffeine libraries. */
@NullMarked
package org.somoim.http.limits;

import org.jspecify.annotations.NullMarked;
