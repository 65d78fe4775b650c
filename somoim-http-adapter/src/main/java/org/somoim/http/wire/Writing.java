package org.somoim.http.wire;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body of any length, piece by piece. */
@FunctionalInterface
public interface Writing {

    /** @throws IOException if whoever reads it has gone */
    void to(OutputStream out) throws IOException;
}
