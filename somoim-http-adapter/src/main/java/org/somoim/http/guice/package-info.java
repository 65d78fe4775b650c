/** An optional way in for hosts that put themselves together with Guice; the only package that sees it. */
@NullMarked
package org.somoim.http.guice;

import org.jspecify.annotations.NullMarked;
