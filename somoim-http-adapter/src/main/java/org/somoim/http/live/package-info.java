/** Who is told what over sockets, and until when. Knows nothing of any server. */
@NullMarked
package org.somoim.http.live;

import org.jspecify.annotations.NullMarked;
