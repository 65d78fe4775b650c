/** What is counted and timed, for operators; never about anyone. */
@NullMarked
package org.somoim.metrics;

import org.jspecify.annotations.NullMarked;
