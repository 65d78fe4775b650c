/** The library against the same statements in plain JDBC, on the same community, in the same run. */
@NullMarked
package org.somoim.benchmarks;

import org.jspecify.annotations.NullMarked;
