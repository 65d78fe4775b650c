/** Events in tables. */
@NullMarked
package org.somoim.sqlite.events;

import org.jspecify.annotations.NullMarked;
