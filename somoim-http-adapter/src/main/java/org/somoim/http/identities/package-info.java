/** Outside identities over HTTP. */
@NullMarked
package org.somoim.http.identities;

import org.jspecify.annotations.NullMarked;
