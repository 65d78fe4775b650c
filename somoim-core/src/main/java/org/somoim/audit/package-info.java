/** What was done that matters most, kept so that nobody can change it without being noticed. */
@NullMarked
package org.somoim.audit;

import org.jspecify.annotations.NullMarked;
