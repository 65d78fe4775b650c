package org.somoim;

import java.math.RoundingMode;
import org.somoim.accounts.Letters;
import org.somoim.comparison.Terms;
import org.somoim.goals.GoalTerms;
import org.somoim.moderation.ModerationTerms;
import org.somoim.safety.Alerts;
import org.somoim.sessions.Sessions;

/**
 * Rules of the community that a host chooses, where there is a choice.
 *
 * @param letters what is written to people about their accounts
 * @param alerts how calls for help are escalated, and how soon it is forgotten where they came from
 * @param goals how goals that people share are shown, and who verifies that they were reached
 * @param comparison whether people can compare themselves with others, and what is promised to those who take part
 * @param moderation how due process goes: what happens before anybody has looked, and what strikes lead to
 */
public record Policies(
        Sessions.Terms sessions,
        Letters letters,
        Alerts.Terms alerts,
        GoalTerms goals,
        Terms comparison,
        ModerationTerms moderation) {
    public static final Policies PRESET = new Policies(
            Sessions.Terms.PRESET,
            Letters.PRESET,
            Alerts.Terms.PRESET,
            GoalTerms.PRESET,
            Terms.OFF,
            ModerationTerms.PRESET);

    private static final int MILLIONTHS = 6;

    /** The same with other terms for goals. */
    public Policies sharing(GoalTerms terms) {
        return new Policies(sessions, letters, alerts, terms, comparison, moderation);
    }

    /** The same with comparisons. */
    public Policies comparing(Terms terms) {
        return new Policies(sessions, letters, alerts, goals, terms, moderation);
    }

    /** The same with another due process. */
    public Policies moderating(ModerationTerms terms) {
        return new Policies(sessions, letters, alerts, goals, comparison, terms);
    }

    /** The same, but for what {@code settings} say. */
    public Policies as(Settings settings) {
        return moderating(new ModerationTerms(
                settings.autoModeration(),
                settings.confidenceThreshold()
                        .movePointRight(MILLIONTHS)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact(),
                settings.reviewQueueSize(),
                moderation.lease(),
                moderation.hidingWeight(),
                moderation.strikesCount(),
                moderation.drawn(),
                moderation.ladder()));
    }
}
