package org.somoim;

import org.somoim.accounts.Letters;
import org.somoim.comparison.Terms;
import org.somoim.safety.Alerts;
import org.somoim.sessions.Sessions;

/**
 * Rules of the community that a host chooses, where there is a choice.
 *
 * @param letters what is written to people about their accounts
 * @param alerts how calls for help are escalated, and how soon it is forgotten where they came from
 * @param comparison whether people can compare themselves with others, and what is promised to those who take part
 */
public record Policies(Sessions.Terms sessions, Letters letters, Alerts.Terms alerts, Terms comparison) {
    public static final Policies PRESET =
            new Policies(Sessions.Terms.PRESET, Letters.PRESET, Alerts.Terms.PRESET, Terms.OFF);

    /** The same with comparisons. */
    public Policies comparing(Terms terms) {
        return new Policies(sessions, letters, alerts, terms);
    }
}
