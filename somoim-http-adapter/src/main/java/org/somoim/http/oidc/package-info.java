/** Tokens of OpenID providers; the only package that sees the Nimbus JOSE library, which a host adds if it wants this. */
@NullMarked
package org.somoim.http.oidc;

import org.jspecify.annotations.NullMarked;
