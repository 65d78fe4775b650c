/** For tests of routes: a client without a socket, and what documentation is generated with. */
@NullMarked
package org.somoim.http.testing;

import org.jspecify.annotations.NullMarked;
