/** How the library is used, in code that is compiled and run. */
@NullMarked
package org.somoim.examples;

import org.jspecify.annotations.NullMarked;
