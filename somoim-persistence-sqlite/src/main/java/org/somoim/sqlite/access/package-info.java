/** What people are to the community, to groups and to one another, read off the tables in SQL. */
@NullMarked
package org.somoim.sqlite.access;

import org.jspecify.annotations.NullMarked;
