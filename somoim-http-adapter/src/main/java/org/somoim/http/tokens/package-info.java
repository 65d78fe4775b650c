/** Access tokens as JSON Web Tokens; the only package that sees java-jwt. */
@NullMarked
package org.somoim.http.tokens;

import org.jspecify.annotations.NullMarked;
