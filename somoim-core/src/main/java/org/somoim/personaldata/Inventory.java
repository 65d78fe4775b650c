package org.somoim.personaldata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.somoim.kernel.Word;

/**
 * Every table of one capability and every column in it. A test compares it with the database: a column that is forgotten
 * here fails the build.
 *
 * <pre>
 * Inventory.of("letters")
 *         .table("letters", Purpose.CONVERSATION)
 *         .person("writer-id", OnErasure.CHOSEN)
 *         .about("writer-id", "body", "created-at")
 *         .plain("id", "group-id")
 *         .keptAfter("deleted", Letters.RESTORABLE)
 *         .done();
 * </pre>
 */
public record Inventory(Word capability, List<Holding> holdings) {

    public Inventory {
        holdings = List.copyOf(holdings);
    }

    /** @param capability such as {@code groups} */
    public static Builder of(String capability) {
        return new Builder(new Word(capability));
    }

    /** Adds table after table; what is said after {@link #table} is about that table. */
    public static final class Builder {
        private final Word capability;
        private final List<Holding> holdings = new ArrayList<>();
        private Word table;
        private Purpose purpose = Purpose.OPERATION;
        private final Map<Word, OnErasure> people = new LinkedHashMap<>();
        private final Map<Word, Word> about = new LinkedHashMap<>();
        private final Set<Word> plain = new HashSet<>();
        private final List<Holding.Term> terms = new ArrayList<>();

        private Builder(Word capability) {
            this.capability = capability;
            this.table = capability;
        }

        /** Begins a table, called as in the database without {@code somoim_} and with hyphens. */
        public Builder table(String name, Purpose what) {
            finish();
            table = new Word(name);
            purpose = what;
            return this;
        }

        /** A column that holds the id or the address of a person. */
        public Builder person(String column, OnErasure mode) {
            people.put(new Word(column), mode);
            return this;
        }

        /** Columns that tell something about the person whom {@code person} names. */
        public Builder about(String person, String... columns) {
            for (String column : columns) {
                about.put(new Word(column), new Word(person));
            }
            return this;
        }

        /** Columns that say nothing about a person. */
        public Builder plain(String... columns) {
            Arrays.stream(columns).map(Word::new).forEach(plain::add);
            return this;
        }

        /** The job that {@code Somoim.tick()} runs removes a row so long after this has happened to it. */
        public Builder keptAfter(String what, Duration kept) {
            terms.add(new Holding.Term(new Word(what), kept));
            return this;
        }

        public Inventory done() {
            finish();
            return new Inventory(capability, holdings);
        }

        private void finish() {
            if (!people.isEmpty() || !plain.isEmpty()) {
                holdings.add(new Holding(table, purpose, people, about, plain, terms));
            }
            people.clear();
            about.clear();
            plain.clear();
            terms.clear();
        }
    }
}
