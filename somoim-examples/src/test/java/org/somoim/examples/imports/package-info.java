@NullMarked
package org.somoim.examples.imports;

import org.jspecify.annotations.NullMarked;
