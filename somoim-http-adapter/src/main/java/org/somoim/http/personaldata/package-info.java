/** Export and erasure over HTTP. */
@NullMarked
package org.somoim.http.personaldata;

import org.jspecify.annotations.NullMarked;
