package org.somoim.http.wire;

import org.somoim.kernel.Reason;

/**
 * One field of a body that cannot be taken.
 *
 * @param pointer where it is, as a JSON pointer (RFC 6901); empty for the body as a whole
 */
public record Fault(String pointer, Reason reason) {}
