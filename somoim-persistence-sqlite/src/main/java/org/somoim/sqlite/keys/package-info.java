/** Keys apart from the database, and what is sealed under them; the only package that sees the Tink library. */
@NullMarked
package org.somoim.sqlite.keys;

import org.jspecify.annotations.NullMarked;
