/** What people show of themselves, to whom, and whom and what they do not want to meet. Start at {@link org.somoim.profiles.Profiles}. */
@NullMarked
package org.somoim.profiles;

import org.jspecify.annotations.NullMarked;
