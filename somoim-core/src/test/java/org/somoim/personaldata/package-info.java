/** Scenes and laws about what is kept of people. */
@NullMarked
package org.somoim.personaldata;

import org.jspecify.annotations.NullMarked;
