package org.somoim.mail;

import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * A letter to one address, as plain text. May hold a secret that stands for a right, so nobody but the addressee is to see
 * it.
 */
public record Letter(Email to, Line subject, Prose text) {

    @Override
    public String toString() {
        return "Letter";
    }
}
