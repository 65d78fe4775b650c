/** Who has an account, how they prove it, and what they are to the community. */
@NullMarked
package org.somoim.accounts;

import org.jspecify.annotations.NullMarked;
