package org.somoim.mail;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * A letter that waits to be sent.
 *
 * @param failures how often it could not be sent so far
 * @param nextAt not to be tried before
 */
public record Posted(
        Id<Posted> id, Email recipient, Line subject, Prose text, int failures, Instant nextAt, Instant createdAt) {

    public Letter letter() {
        return new Letter(recipient, subject, text);
    }

    @Override
    public String toString() {
        return "Posted(" + id + ")";
    }
}
