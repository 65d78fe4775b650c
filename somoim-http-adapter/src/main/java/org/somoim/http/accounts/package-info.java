/** Accounts over HTTP. */
@NullMarked
package org.somoim.http.accounts;

import org.jspecify.annotations.NullMarked;
