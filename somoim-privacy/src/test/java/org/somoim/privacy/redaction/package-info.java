/** Tests of what is taken out of free text, on invented people and numbers. */
@NullMarked
package org.somoim.privacy.redaction;

import org.jspecify.annotations.NullMarked;
