package planted.groups;

import org.junit.jupiter.api.Test;

/** Surefire never looks into it. */
class Lost {
    @Test
    void neverRuns() {}
}
