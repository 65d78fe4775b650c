/** Looks at what people wrote for spam, scams and abuse. It only gives signals; what is done about them is decided elsewhere. */
@NullMarked
package org.somoim.detection;

import org.jspecify.annotations.NullMarked;
