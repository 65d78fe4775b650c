@NullMarked
package org.somoim.chat;

import org.jspecify.annotations.NullMarked;
