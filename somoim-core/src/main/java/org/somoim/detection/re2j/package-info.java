/** Patterns that cannot be made to take long; the only package that sees the RE2/J library. */
@NullMarked
package org.somoim.detection.re2j;

import org.jspecify.annotations.NullMarked;
