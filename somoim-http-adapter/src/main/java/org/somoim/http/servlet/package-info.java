/** A router and its sockets in a servlet container; the only package that sees {@code jakarta.servlet}. */
@NullMarked
package org.somoim.http.servlet;

import org.jspecify.annotations.NullMarked;
