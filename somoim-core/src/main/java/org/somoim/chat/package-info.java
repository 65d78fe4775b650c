/**
 * Conversations of groups, and of two people. The store is the truth and sockets are told where to look; a client that has
 * missed something reads on from the last number it knows.
 */
@NullMarked
package org.somoim.chat;

import org.jspecify.annotations.NullMarked;
