/** Groups, memberships and invites over HTTP. */
@NullMarked
package org.somoim.http.groups;

import org.jspecify.annotations.NullMarked;
