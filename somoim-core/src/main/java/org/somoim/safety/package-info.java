/** Calls for help to one's groups: who hears of them, who answers, and that where somebody was is forgotten. */
@NullMarked
package org.somoim.safety;

import org.jspecify.annotations.NullMarked;
