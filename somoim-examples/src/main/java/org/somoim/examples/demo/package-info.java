/**
 * A server with a lived-in community, to look around in. Start at {@link org.somoim.examples.demo.Demo}; who lives there and
 * what they say is in the text files beside this package, and {@link org.somoim.examples.demo.Town} plays them.
 */
@NullMarked
package org.somoim.examples.demo;

import org.jspecify.annotations.NullMarked;
