/** The community in numbers, over HTTP. */
@NullMarked
package org.somoim.http.statistics;

import org.jspecify.annotations.NullMarked;
