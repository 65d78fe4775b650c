/** What operators are told, as events with fields; never about anyone. */
@NullMarked
package org.somoim.logs;

import org.jspecify.annotations.NullMarked;
