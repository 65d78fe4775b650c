package org.somoim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.goals.Acquaintances;
import org.somoim.groups.Circle;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.privacy.redaction.Known;
import org.somoim.privacy.redaction.KnownPeople;
import org.somoim.profiles.About;
import org.somoim.profiles.Profile;

/**
 * Whom somebody's words may speak of: themself, their groups, and those who belong to these. What is secret between them is
 * looked for all the same: it is only ever taken out.
 */
final class KnownAround implements Acquaintances {
    /** Looking for more would take long, and whoever is in so many groups is known to them by name alone. */
    private static final int MOST_PEOPLE = 1_000;

    private final Ports ports;

    KnownAround(Ports ports) {
        this.ports = ports;
    }

    @Override
    public KnownPeople of(Id<User> person) {
        List<Known> known = new ArrayList<>();
        ports.accounts()
                .find(person)
                .ifPresent(account -> known.add(Known.email(account.email().value())));
        Set<Id<User>> people = new LinkedHashSet<>(Set.of(person));
        Set<Id<Group>> groups = ports.memberships().activeGroups(person);
        var circle = new Circle(ports.memberships());
        for (Group group : ports.groups().findAll(groups)) {
            add(known, Known::group, group.name());
            people.addAll(circle.of(group.id()));
        }
        people.stream()
                .limit(MOST_PEOPLE)
                .flatMap(one -> ports.profiles().find(one).stream())
                .map(Profile::about)
                .forEach(about -> add(known, about));
        return KnownPeople.of(known);
    }

    private static void add(List<Known> known, About about) {
        add(known, Known::nickname, about.displayName());
        add(known, Known::name, about.givenName());
        add(known, Known::name, about.familyName());
        if (about.givenName() != null && about.familyName() != null) {
            String given = about.givenName().value();
            String family = about.familyName().value();
            known.add(Known.name(family + given));
            known.add(Known.name(given + " " + family));
        }
    }

    private static void add(List<Known> known, Function<String, Known> kind, @Nullable Line text) {
        if (text != null) {
            String value = text.value();
            known.add(kind.apply(value.substring(0, Math.min(value.length(), Known.MOST))));
        }
    }
}
