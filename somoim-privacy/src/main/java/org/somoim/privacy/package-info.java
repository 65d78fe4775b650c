/** What may be said about people in numbers. Depends on nothing but the JDK. */
@NullMarked
package org.somoim.privacy;

import org.jspecify.annotations.NullMarked;
