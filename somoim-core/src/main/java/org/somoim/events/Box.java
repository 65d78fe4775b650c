package org.somoim.events;

/**
 * A piece of the earth between two latitudes and two longitudes, in hundred-millionths of a degree. Where {@code west} is
 * greater than {@code east} it reaches over the date line.
 */
public record Box(long south, long north, long west, long east) {

    public boolean holds(Coordinates point) {
        boolean isBetween = west <= east
                ? point.longitude() >= west && point.longitude() <= east
                : point.longitude() >= west || point.longitude() <= east;
        return isBetween && point.latitude() >= south && point.latitude() <= north;
    }
}
