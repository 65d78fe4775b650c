/** What an operator sees of how the library works, and the little that can be done about it. */
@NullMarked
package org.somoim.operations;

import org.jspecify.annotations.NullMarked;
