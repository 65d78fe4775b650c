/** The kernel's words in columns, and the log of facts. */
@NullMarked
package org.somoim.sqlite.kernel;

import org.jspecify.annotations.NullMarked;
