/** Letters sent by SMTP; the only package that sees the Angus Mail library. */
@NullMarked
package org.somoim.smtp;

import org.jspecify.annotations.NullMarked;
