package org.somoim.forum;

/** Everything that people gave to one post, counted. */
public record Tally(int likes, int helpful, int unhelpful) {
    public static final Tally NONE = new Tally(0, 0, 0);

    /** See {@link Quality}. */
    int quality() {
        return Quality.of(helpful, helpful + unhelpful);
    }
}
