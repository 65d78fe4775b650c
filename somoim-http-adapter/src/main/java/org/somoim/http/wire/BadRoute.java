package org.somoim.http.wire;

import org.somoim.logs.OurWords;

/** A mistake in a route table, or in a handler that does not do as its table says. About code, never about a person. */
public final class BadRoute extends IllegalStateException implements OurWords {
    public BadRoute(String mistake) {
        super(mistake);
    }
}
