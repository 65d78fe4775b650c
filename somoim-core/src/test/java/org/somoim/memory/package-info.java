/** Every port in memory, for tests: as strict as a database, without one. */
@NullMarked
package org.somoim.memory;

import org.jspecify.annotations.NullMarked;
