package org.somoim.profiles;

import java.time.Instant;
import org.somoim.kernel.Word;

/**
 * Something that a person has achieved, by the word of those who run the community.
 *
 * @param badge a word of the host's, such as {@code first-hike}
 */
public record Badge(Word badge, Instant since) {
    /** Of one person. */
    public static final int MOST = 100;
}
