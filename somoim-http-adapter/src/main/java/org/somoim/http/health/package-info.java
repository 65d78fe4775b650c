/** How the community is doing, over HTTP. */
@NullMarked
package org.somoim.http.health;

import org.jspecify.annotations.NullMarked;
