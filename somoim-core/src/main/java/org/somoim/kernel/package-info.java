/** The words every capability speaks: ids, actors, text, facts, refusals, pages, transactions. Depends on nothing but the JDK. A type belongs here only if at least three capabilities need it. */
@NullMarked
package org.somoim.kernel;

import org.jspecify.annotations.NullMarked;
