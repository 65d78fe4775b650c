/**
 * What people write in a group or on their own page, and what others say to it. Start at {@link org.somoim.posts.Posts},
 * {@link org.somoim.posts.Comments} and {@link org.somoim.posts.Reactions}.
 */
@NullMarked
package org.somoim.posts;

import org.jspecify.annotations.NullMarked;
