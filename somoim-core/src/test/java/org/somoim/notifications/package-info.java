@NullMarked
package org.somoim.notifications;

import org.jspecify.annotations.NullMarked;
