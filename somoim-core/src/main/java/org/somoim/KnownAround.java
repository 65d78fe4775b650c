package org.somoim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Accounts;
import org.somoim.goals.Acquaintances;
import org.somoim.groups.Neighbours;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.privacy.redaction.Known;
import org.somoim.privacy.redaction.KnownPeople;
import org.somoim.profiles.Names;

/**
 * Whom somebody's words may speak of: themself, their groups, and those who belong to these. What is secret between them is
 * looked for all the same: it is only ever taken out.
 */
final class KnownAround implements Acquaintances {
    /** Looking for more would take long, and whoever is in so many groups is known to them by name alone. */
    private static final int MOST_PEOPLE = 1_000;

    private final Accounts accounts;
    private final Names names;
    private final Neighbours neighbours;

    KnownAround(Accounts accounts, Names names, Neighbours neighbours) {
        this.accounts = accounts;
        this.names = names;
        this.neighbours = neighbours;
    }

    @Override
    public KnownPeople of(Id<User> person) {
        List<Known> known = new ArrayList<>();
        accounts.emailOf(person).ifPresent(email -> known.add(Known.email(email.value())));
        Neighbours.Around around = neighbours.of(person);
        around.groups().forEach(name -> add(known, Known::group, name));
        around.people().stream()
                .limit(MOST_PEOPLE)
                .flatMap(one -> names.of(one).stream())
                .forEach(called -> add(known, called));
        return KnownPeople.of(known);
    }

    private static void add(List<Known> known, Names.Called called) {
        add(known, Known::nickname, called.displayName());
        add(known, Known::name, called.givenName());
        add(known, Known::name, called.familyName());
        if (called.givenName() != null && called.familyName() != null) {
            String given = called.givenName().value();
            String family = called.familyName().value();
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
