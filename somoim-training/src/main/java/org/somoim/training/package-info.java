/** Trains and measures the detector of texts. Nothing of it is shipped but the weights it writes. */
@NullMarked
package org.somoim.training;

import org.jspecify.annotations.NullMarked;
