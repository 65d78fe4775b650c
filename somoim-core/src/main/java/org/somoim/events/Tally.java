package org.somoim.events;

/**
 * How many there are.
 *
 * @param going people who go, their guests included
 * @param interested people
 * @param waiting people in the waitlist, their guests not counted
 */
public record Tally(int going, int interested, int waiting) {}
