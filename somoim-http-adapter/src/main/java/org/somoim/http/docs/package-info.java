/** Pages for people who write clients: the API browser, and one page for each way to be refused. */
@NullMarked
package org.somoim.http.docs;

import org.jspecify.annotations.NullMarked;
