/** How the library works, over HTTP. */
@NullMarked
package org.somoim.http.operations;

import org.jspecify.annotations.NullMarked;
