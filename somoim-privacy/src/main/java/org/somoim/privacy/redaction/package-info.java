/** Takes out of what somebody wrote whatever points at a person, and says what was taken. Depends on nothing but the JDK. */
@NullMarked
package org.somoim.privacy.redaction;

import org.jspecify.annotations.NullMarked;
