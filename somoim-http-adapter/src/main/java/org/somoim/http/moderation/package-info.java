/** Due process over HTTP. */
@NullMarked
package org.somoim.http.moderation;

import org.jspecify.annotations.NullMarked;
