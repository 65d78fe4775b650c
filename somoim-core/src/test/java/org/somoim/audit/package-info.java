/** The audit log, tested. */
@NullMarked
package org.somoim.audit;

import org.jspecify.annotations.NullMarked;
