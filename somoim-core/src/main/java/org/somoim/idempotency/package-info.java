/** Calls that are made again and must not have their effect again. */
@NullMarked
package org.somoim.idempotency;

import org.jspecify.annotations.NullMarked;
