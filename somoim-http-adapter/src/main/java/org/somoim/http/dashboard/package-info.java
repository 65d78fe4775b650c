/** The operator's dashboard: pages over the front doors, behind the host's own login. Off unless a host mounts it. */
@NullMarked
package org.somoim.http.dashboard;

import org.jspecify.annotations.NullMarked;
