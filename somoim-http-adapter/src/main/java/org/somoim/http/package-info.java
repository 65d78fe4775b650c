/** The router: a community as plain requests and responses, without a socket. */
@NullMarked
package org.somoim.http;

import org.jspecify.annotations.NullMarked;
