/** Bringing a community over from a file, with progress on the terminal. */
@NullMarked
package org.somoim.examples.imports;

import org.jspecify.annotations.NullMarked;
