/** Numbers for Micrometer; the only package that sees it. */
@NullMarked
package org.somoim.micrometer;

import org.jspecify.annotations.NullMarked;
