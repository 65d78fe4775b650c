/** Letters to people: addresses, what is written, and the port that sends it. */
@NullMarked
package org.somoim.mail;

import org.jspecify.annotations.NullMarked;
