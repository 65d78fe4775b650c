package org.somoim.events;

/**
 * An event, and how far away it is.
 *
 * @param metres as the crow flies
 */
public record Near(Event event, int metres) {}
