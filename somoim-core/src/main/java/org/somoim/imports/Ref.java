package org.somoim.imports;

import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/**
 * What one thing is called where it comes from, such as the number of a row. The same thing has the same name at every run.
 *
 * @param kind told apart from other things of that name, such as {@code group}
 * @param name 1 to 255 code points
 * @param <T> what it is here
 */
public record Ref<T>(Word kind, Line name) {}
