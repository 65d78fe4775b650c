/** By which outside identities people enter: an OpenID provider, a gateway, or the host's own users. */
@NullMarked
package org.somoim.identities;

import org.jspecify.annotations.NullMarked;
