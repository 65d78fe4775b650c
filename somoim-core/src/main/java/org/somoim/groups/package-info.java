/**
 * People who gather, and how they come in and go out. Start at {@link org.somoim.groups.Groups}; then {@link
 * org.somoim.groups.Memberships}, {@link org.somoim.groups.Members} and {@link org.somoim.groups.Invites}.
 */
@NullMarked
package org.somoim.groups;

import org.jspecify.annotations.NullMarked;
