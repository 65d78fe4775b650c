package planted.sqlite;

import org.slf4j.Logger;

/** Says to the log whatever it likes. */
public record Muttering(Logger log) {
    public void mutter(String name) {
        log.info("{} was here", name);
    }
}
