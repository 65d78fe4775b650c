/**
 * The leak matrix: every way to read something x everyone who might try x every state in which it can be. Each field of a
 * scene holds a text found nowhere else; whatever a surface gives out is searched for them. Start at {@link
 * org.somoim.leaks.LeakMatrixContract}; what must come out is in {@link org.somoim.leaks.Rights}.
 */
@NullMarked
package org.somoim.leaks;

import org.jspecify.annotations.NullMarked;
