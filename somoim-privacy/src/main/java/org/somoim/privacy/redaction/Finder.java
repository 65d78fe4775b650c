package org.somoim.privacy.redaction;

/** One step of the redaction. Looks at the canvas, claims what it finds, in time linear in the text. */
@FunctionalInterface
interface Finder {
    void find(Canvas canvas);
}
