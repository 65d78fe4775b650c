/** What holds of every server that a community is put into. */
@NullMarked
package org.somoim.http.servers;

import org.jspecify.annotations.NullMarked;
