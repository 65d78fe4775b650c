/** What people wrote, as HTML that is safe to show; the only package that sees the Markdown and sanitiser libraries. */
@NullMarked
package org.somoim.http.markdown;

import org.jspecify.annotations.NullMarked;
