package org.somoim.forum;

import org.somoim.kernel.Line;

/** What stands above a topic. */
public record Heading(Line title, PostType type, Tags tags) {}
