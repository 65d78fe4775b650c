package org.somoim.events;

/**
 * Distances on an earth that is a ball with a radius of 6,371,008.8 m (the mean radius of WGS 84): right to about half a
 * percent. By the haversine formula; source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).
 */
final class Sphere {
    private static final double RADIUS = 6_371_008.8;
    private static final double MILLIMETRES = 1000;

    /** A little more than needed, so that rounding leaves out nothing at the rim. */
    private static final double MARGIN = 1.0001;

    private Sphere() {}

    /** In millimetres. */
    static long distance(Coordinates one, Coordinates other) {
        double north = radians(other.latitude() - one.latitude());
        double east = radians(other.longitude() - one.longitude());
        double chord = square(Math.sin(north / 2))
                + Math.cos(radians(one.latitude())) * Math.cos(radians(other.latitude())) * square(Math.sin(east / 2));
        return Math.round(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord))) * MILLIMETRES);
    }

    /** The smallest box that holds everything within {@code metres}; near a pole all the way round. */
    static Box around(Coordinates center, int metres) {
        double angle = metres / RADIUS * MARGIN;
        long up = degrees(angle);
        long south = center.latitude() - up;
        long north = center.latitude() + up;
        long pole = 90 * Coordinates.DEGREE;
        long half = 180 * Coordinates.DEGREE;
        if (south <= -pole || north >= pole) {
            return new Box(Math.max(south, -pole), Math.min(north, pole), -half, half);
        }
        double widest = Math.sin(angle) / Math.cos(radians(center.latitude()));
        long aside = degrees(Math.asin(Math.min(1, widest)));
        return new Box(south, north, wrapped(center.longitude() - aside), wrapped(center.longitude() + aside));
    }

    private static long wrapped(long longitude) {
        long round = 360 * Coordinates.DEGREE;
        long half = 180 * Coordinates.DEGREE;
        return longitude < -half ? longitude + round : longitude > half ? longitude - round : longitude;
    }

    private static double radians(long scaled) {
        return Math.toRadians((double) scaled / Coordinates.DEGREE);
    }

    private static long degrees(double radians) {
        return (long) Math.ceil(Math.toDegrees(radians) * Coordinates.DEGREE);
    }

    private static double square(double x) {
        return x * x;
    }
}
