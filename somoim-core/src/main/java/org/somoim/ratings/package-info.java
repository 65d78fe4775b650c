/** What people who met think of one another: given blind, told only as an average of several. */
@NullMarked
package org.somoim.ratings;

import org.jspecify.annotations.NullMarked;
