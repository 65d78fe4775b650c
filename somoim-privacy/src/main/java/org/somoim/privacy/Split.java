package org.somoim.privacy;

/**
 * One step in which tiles are cut smaller, if there are people enough.
 *
 * @param dimension of the schema, from 0
 * @param level of that hierarchy, from 0 for its leaves; the bands of this level are what tiles are cut into
 */
public record Split(int dimension, int level) {}
