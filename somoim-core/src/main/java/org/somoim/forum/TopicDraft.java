package org.somoim.forum;

import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * What someone wants to open a topic with.
 *
 * @param description what the topic is about, in Markdown: its first post
 */
public record TopicDraft(Line title, Prose description, PostType type, Tags tags) {
    Heading heading() {
        return new Heading(title, type, tags);
    }
}
