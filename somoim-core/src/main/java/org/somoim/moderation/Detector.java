package org.somoim.moderation;

import java.util.List;
import org.somoim.kernel.Word;

/**
 * Socket. Looks at words and says how likely they break a rule. One that fails or is slow has given no signal: nobody's
 * writing waits for it. Safe between threads.
 */
public interface Detector {

    /** What its record is kept under. Another model is another detector. */
    Word name();

    /** Nothing where there is nothing to say. Called outside of any transaction. */
    List<Signal> look(Snapshot said, Background background);

    /**
     * The highest probability that is made of what it says, in millionths, whatever it has been right about: for those that
     * only give people a reason to look.
     */
    default int most() {
        return Signal.CERTAIN;
    }
}
