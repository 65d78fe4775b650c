/**
 * Meetings of groups and of persons: when by the clock on the wall, where, and for whose eyes. A socket of groups is
 * answered here: which event a crew may be formed for.
 */
@NullMarked
package org.somoim.events;

import org.jspecify.annotations.NullMarked;
