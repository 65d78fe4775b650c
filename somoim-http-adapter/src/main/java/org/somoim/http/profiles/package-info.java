/** Profiles, privacy settings, blocks and muted words over HTTP. */
@NullMarked
package org.somoim.http.profiles;

import org.jspecify.annotations.NullMarked;
