package org.somoim.comparison;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.privacy.PrivacyPlan;

/**
 * What is kept of someone who takes part: bands and bins, never an amount or a date of birth. One for each person.
 *
 * @param shape of which bands and bins these are the indexes; see {@link #isOf}
 * @param leaves the finest band in each dimension
 * @param bins the bin of each metric, if the person gave a value
 * @param updatedAt when the person last gave figures
 */
public record Contribution(
        Id<User> userId, Word shape, Indexes leaves, Indexes bins, Instant createdAt, Instant updatedAt) {

    /** Whether it was given under a plan with these bands and bins; under another it does not count. */
    public boolean isOf(PrivacyPlan plan) {
        return shape.equals(Shape.of(plan));
    }
}
