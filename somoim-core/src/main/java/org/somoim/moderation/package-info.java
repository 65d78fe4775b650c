/** Due process: reports, cases, measures with their reasons, strikes and appeals. A socket: each kind of content brings its plug. */
@NullMarked
package org.somoim.moderation;

import org.jspecify.annotations.NullMarked;
