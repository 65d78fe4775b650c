/** Posts, comments and reactions over HTTP. */
@NullMarked
package org.somoim.http.posts;

import org.jspecify.annotations.NullMarked;
