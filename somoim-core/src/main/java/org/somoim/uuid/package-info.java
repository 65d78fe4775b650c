/** Ids from the uuid-creator library; the only package that sees it. */
@NullMarked
package org.somoim.uuid;

import org.jspecify.annotations.NullMarked;
