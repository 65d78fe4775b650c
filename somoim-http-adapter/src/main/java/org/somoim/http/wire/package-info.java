/** The words of the HTTP adapter: routes as data, requests, responses, views, problems. A capability's routes need no other package. */
@NullMarked
package org.somoim.http.wire;

import org.jspecify.annotations.NullMarked;
