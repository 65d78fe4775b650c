/** Hostile input for the whole of the HTTP adapter: made at random, and made by a fuzzer that watches where it leads. */
@NullMarked
package org.somoim.http.fuzz;

import org.jspecify.annotations.NullMarked;
