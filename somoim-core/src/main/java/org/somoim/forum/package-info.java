/**
 * Categories, topics and posts that people number, answer, find helpful and look after. What others found helpful is what
 * a person's standing grows from.
 */
@NullMarked
package org.somoim.forum;

import org.jspecify.annotations.NullMarked;
