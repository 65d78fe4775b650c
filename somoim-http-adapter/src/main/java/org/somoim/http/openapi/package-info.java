/** The route table as an OpenAPI document. */
@NullMarked
package org.somoim.http.openapi;

import org.jspecify.annotations.NullMarked;
