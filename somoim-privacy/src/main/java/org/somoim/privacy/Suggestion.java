package org.somoim.privacy;

/**
 * Something one could do, that follows from one's own value and what was released of the cohort.
 *
 * @param metric its id
 * @param goal the next quartile on the better side
 * @param text in words
 */
public record Suggestion(String metric, Insight.Between goal, Label text) {}
