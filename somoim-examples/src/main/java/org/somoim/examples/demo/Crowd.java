package org.somoim.examples.demo;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** Everyone who lives in the demo, half of them speaking Korean. Brings people into groups evenly. */
final class Crowd {
    /** The three logins included. */
    static final int PEOPLE = 240;

    private final Map<Login, Resident> logins = new EnumMap<>(Login.class);
    private final List<Resident> everyone = new ArrayList<>();
    /** In groups. */
    private final Map<Resident, Integer> busyness = new HashMap<>();

    private final Dice dice;

    Crowd(Words words, Dice dice) {
        this.dice = dice;
        for (Login login : Login.values()) {
            Resident resident = Resident.of(login, login == Login.MODERATOR ? Language.EN : Language.KO);
            logins.put(login, resident);
            everyone.add(resident);
        }
        Map<Language, List<Line>> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, words.names(PEOPLE / 2, language, dice));
        }
        for (int number = 1; everyone.size() < PEOPLE; number++) {
            Language language = Language.values()[number % 2];
            everyone.add(Resident.numbered(
                    number, requireNonNull(names.get(language)).get(number / 2), language));
        }
        // Some like it quiet, others are everywhere: not all begin at nothing.
        everyone.forEach(resident -> busyness.put(resident, dice.between(0, 3)));
    }

    Resident login(Login login) {
        return Objects.requireNonNull(logins.get(login));
    }

    /** The logins first. */
    List<Resident> everyone() {
        return List.copyOf(everyone);
    }

    /** All who have signed up, but the logins, who are cast by hand. */
    List<Resident> others(Set<Language> languages) {
        return everyone.stream()
                .filter(resident -> resident.hasSignedUp()
                        && !logins.containsValue(resident)
                        && languages.contains(resident.language()))
                .toList();
    }

    /** Whether this is one of {@link #others}. */
    boolean isOther(Id<User> person) {
        return others(Set.of(Language.values())).stream()
                .anyMatch(resident -> resident.id().equals(person));
    }

    /**
     * Someone for a group, rather one who is in few.
     *
     * @param but not one of these
     */
    Resident newFace(Set<Language> languages, Collection<Resident> but) {
        Resident found = dice.shuffled(others(languages)).stream()
                .filter(resident -> !but.contains(resident))
                .min(Comparator.comparing(busyness::get))
                .orElseThrow(() -> new IllegalStateException("nobody is left who speaks " + languages));
        joins(found);
        return found;
    }

    /** Someone whose account is closed is not met any more. */
    void leaves(Resident resident) {
        everyone.remove(resident);
    }

    /** Counts a group for someone who was not chosen by {@link #newFace}. */
    void joins(Resident resident) {
        busyness.merge(resident, 1, Integer::sum);
    }
}
