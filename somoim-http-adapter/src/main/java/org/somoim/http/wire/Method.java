package org.somoim.http.wire;

import java.util.Optional;
import java.util.stream.Stream;

/** What a route does. HEAD and OPTIONS are not here: the router answers them out of the others. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** By its name as it comes over the wire, which is case-sensitive. */
    public static Optional<Method> named(String name) {
        return Stream.of(values()).filter(m -> m.name().equals(name)).findFirst();
    }
}
