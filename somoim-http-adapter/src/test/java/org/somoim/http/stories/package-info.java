/** What people do, from beginning to end, over HTTP. */
@NullMarked
package org.somoim.http.stories;

import org.jspecify.annotations.NullMarked;
