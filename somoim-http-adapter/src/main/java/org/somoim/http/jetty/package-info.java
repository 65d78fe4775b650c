/** A router behind a real socket; the only package that sees Jetty's server. */
@NullMarked
package org.somoim.http.jetty;

import org.jspecify.annotations.NullMarked;
