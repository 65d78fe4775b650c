/** Who may do and see what. The only package that turns an actor away for who they are. */
@NullMarked
package org.somoim.access;

import org.jspecify.annotations.NullMarked;
