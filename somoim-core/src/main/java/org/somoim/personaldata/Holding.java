package org.somoim.personaldata;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.somoim.kernel.Word;

/**
 * What is kept in one table: which columns name a person, which tell something about one, and which neither. Tables and
 * columns are called here as in the database, without the library's prefix and with hyphens: {@code group-invites} is
 * {@code somoim_group_invites}.
 *
 * @param people columns that hold the id or the address of a person, and what becomes of the row
 * @param about columns that tell something, and the one of {@code people} whom it is about
 * @param plain columns that say nothing about a person
 * @param terms how long a row is kept once something has happened to it; without one, until the person is erased or what it
 *     hangs on is gone
 */
public record Holding(
        Word table,
        Purpose purpose,
        Map<Word, OnErasure> people,
        Map<Word, Word> about,
        Set<Word> plain,
        List<Term> terms) {

    /**
     * @param after what happened, such as {@code deleted}
     * @param kept for how long afterwards
     */
    public record Term(Word after, Duration kept) {}

    public Holding {
        people = Map.copyOf(people);
        about = Map.copyOf(about);
        plain = Set.copyOf(plain);
        terms = List.copyOf(terms);
        if (!people.keySet().containsAll(about.values())) {
            throw new IllegalArgumentException(table + " tells something about a person whom no column names");
        }
        if (people.size() + about.size() + plain.size()
                != columnsOf(people, about, plain).size()) {
            throw new IllegalArgumentException(table + " declares a column twice");
        }
    }

    /** Every column, each once, in alphabetical order. */
    public List<Word> columns() {
        return columnsOf(people, about, plain).stream().sorted().toList();
    }

    /** Whether nothing in it says anything about a person. */
    public boolean isPlain() {
        return people.isEmpty();
    }

    /** By column, in alphabetical order. */
    public Map<Word, OnErasure> onErasure() {
        var modes = new TreeMap<>(people);
        about.forEach((column, person) -> modes.put(column, people.get(person)));
        return modes;
    }

    private static Set<Word> columnsOf(Map<Word, OnErasure> people, Map<Word, Word> about, Set<Word> plain) {
        var columns = new LinkedHashSet<>(people.keySet());
        columns.addAll(about.keySet());
        columns.addAll(plain);
        return columns;
    }
}
