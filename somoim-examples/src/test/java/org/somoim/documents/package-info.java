/** Documents that are printed from the code, and compared with it. */
@NullMarked
package org.somoim.documents;

import org.jspecify.annotations.NullMarked;
