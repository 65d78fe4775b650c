package org.somoim.metrics;

import java.util.List;

/**
 * One number over time: a metric, told apart by its tags.
 *
 * @param tags one for each label of the metric, in that order
 */
public record Series(Metric metric, List<Tag> tags) {

    /** @throws IllegalArgumentException if the tags are not those that the metric takes */
    public Series {
        tags = List.copyOf(tags);
        if (!tags.stream().map(Tag::label).toList().equals(metric.labels())) {
            throw new IllegalArgumentException(metric + " takes " + metric.labels() + ", not " + tags);
        }
    }

    public static Series of(Metric metric, Tag... tags) {
        return new Series(metric, List.of(tags));
    }

    /** Such as {@code somoim.letters{outcome=sent}}. */
    @Override
    public String toString() {
        return metric.key()
                + (tags.isEmpty() ? "" : tags.toString().replace('[', '{').replace(']', '}'));
    }
}
