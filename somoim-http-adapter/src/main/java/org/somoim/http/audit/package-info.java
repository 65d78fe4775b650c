/** The audit log over HTTP. */
@NullMarked
package org.somoim.http.audit;

import org.jspecify.annotations.NullMarked;
