/** Telephone numbers in what people write; the only package that sees the libphonenumber library. */
@NullMarked
package org.somoim.phones;

import org.jspecify.annotations.NullMarked;
