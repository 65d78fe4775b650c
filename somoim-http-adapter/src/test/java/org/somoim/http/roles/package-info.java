/**
 * The role matrix: every route, called by every kind of caller, about what is their own and what is others'. Which routes
 * there are and whom they say they are for is read from the route table; who may know and do what is written down once more
 * in {@link org.somoim.http.roles.Oracle}, which asks nothing of the library.
 */
@NullMarked
package org.somoim.http.roles;

import org.jspecify.annotations.NullMarked;
