/** Noise for counts, made of whole numbers only: no fractions, no logarithms, no generator of our own. */
@NullMarked
package org.somoim.privacy.noise;

import org.jspecify.annotations.NullMarked;
