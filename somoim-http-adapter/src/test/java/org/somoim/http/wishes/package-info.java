/** A capability planted for the tests of the router: people keep a list of wishes. */
@NullMarked
package org.somoim.http.wishes;

import org.jspecify.annotations.NullMarked;
