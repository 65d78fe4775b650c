/** What is kept about people: declared column by column, given out to them, and taken away for good. */
@NullMarked
package org.somoim.personaldata;

import org.jspecify.annotations.NullMarked;
