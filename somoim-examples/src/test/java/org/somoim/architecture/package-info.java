/** The rules of the house, and the tests that hold everyone to them. */
@NullMarked
package org.somoim.architecture;

import org.jspecify.annotations.NullMarked;
