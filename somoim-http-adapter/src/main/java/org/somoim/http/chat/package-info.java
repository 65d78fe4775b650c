/** Conversations and messages over HTTP, and over sockets. */
@NullMarked
package org.somoim.http.chat;

import org.jspecify.annotations.NullMarked;
