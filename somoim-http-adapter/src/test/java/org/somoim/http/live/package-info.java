@NullMarked
package org.somoim.http.live;

import org.jspecify.annotations.NullMarked;
