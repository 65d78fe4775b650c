package org.somoim.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.groups.Group;
import org.somoim.imports.ReferenceStore.Named;
import org.somoim.imports.References.Reference;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** What every store of the names that sources give does. */
public interface ReferenceStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Word HERE = new Word("here");
    Word THERE = new Word("there");
    Word PERSON = new Word("person");

    ReferenceStore store();

    Transactor transactor();

    /** The id of an account that is there. */
    Id<User> person();

    /** The id of anything. */
    Id<Group> thing();

    private void add(Word source, Ref<?> ref, @Nullable Id<?> thing, @Nullable Id<User> person) {
        transactor().run(() -> store().addAll(source, List.of(named(source, ref, thing, person)), NOON));
    }

    private static Named named(Word source, Ref<?> ref, @Nullable Id<?> thing, @Nullable Id<User> person) {
        return new Named(ref, new Reference(source, thing, person));
    }

    private Optional<Reference> find(Word source, Ref<?> ref) {
        return Optional.ofNullable(store().findAll(source, Set.of(ref)).get(ref));
    }

    private static <T> Ref<T> ref(Word kind, String name) {
        return new Ref<>(kind, Line.of(name));
    }

    @Test
    default void aNameIsGoodWithinItsSourceAndItsKind() {
        Id<User> minji = person();
        Id<Group> group = thing();
        Ref<User> one = ref(PERSON, "1");
        Ref<Group> other = ref(new Word("group"), "1");
        add(HERE, one, null, minji);
        add(HERE, other, group, null);

        assertThat(find(HERE, one)).contains(new Reference(HERE, null, minji));
        assertThat(find(HERE, other)).contains(new Reference(HERE, group, null));
        assertThat(find(THERE, one)).isEmpty();
        assertThat(find(HERE, ref(PERSON, "2"))).isEmpty();
        assertThatThrownBy(() -> add(HERE, one, group, null)).isInstanceOf(RuntimeException.class);
        assertThat(find(HERE, one)).contains(new Reference(HERE, null, minji));
    }

    @Test
    default void manyNamesAreAskedForAtOnceAndThoseThatStandForNothingAreLeftOut() {
        Id<User> minji = person();
        Id<Group> group = thing();
        Ref<User> quoted = ref(PERSON, "\"7\" \\ 민지 🐈");
        Ref<Group> other = ref(new Word("group"), "1");
        Ref<Group> none = ref(new Word("group"), "2");
        transactor().run(() -> store().addAll(
                        HERE, List.of(named(HERE, quoted, null, minji), named(HERE, other, group, null)), NOON));

        assertThat(store().findAll(HERE, Set.of(none, other, quoted)))
                .containsOnly(
                        Map.entry(quoted, new Reference(HERE, null, minji)),
                        Map.entry(other, new Reference(HERE, group, null)));
        assertThat(store().findAll(HERE, Set.of())).isEmpty();
        transactor().run(() -> store().addAll(HERE, List.of(), NOON));
    }

    @Test
    default void namesThatLookAlikeAreNotOneName() {
        add(HERE, ref(PERSON, "가"), null, person());

        assertThat(find(HERE, ref(PERSON, "\u1100\u1161"))).isEmpty();
        assertThat(find(HERE, ref(PERSON, "가가"))).isEmpty();
        assertThat(find(new Word("here.person"), ref(new Word("x"), "가"))).isEmpty();
    }

    @Test
    default void ofSomeoneErasedThereIsANameThatStandsForNobody() {
        Id<User> minji = person();
        Id<User> jun = person();
        Ref<User> one = ref(PERSON, "1");
        add(THERE, one, null, minji);
        add(HERE, one, null, minji);
        add(HERE, ref(PERSON, "2"), null, jun);

        assertThat(store().sourcesOf(minji)).containsExactly(HERE, THERE);
        assertThat(transactor().call(() -> store().erase(minji))).isEqualTo(2);

        assertThat(store().sourcesOf(minji)).isEmpty();
        assertThat(find(HERE, one)).contains(new Reference(HERE, null, null));
        assertThat(store().sourcesOf(jun)).containsExactly(HERE);
        assertThat(transactor().call(() -> store().erase(minji))).isZero();
    }

    @Test
    default void aSourceIsForgottenStepByStep() {
        add(HERE, ref(PERSON, "1"), thing(), null);
        add(HERE, ref(PERSON, "2"), thing(), null);
        add(THERE, ref(PERSON, "1"), thing(), null);

        assertThat(transactor().call(() -> store().remove(HERE, 1))).isOne();
        assertThat(transactor().call(() -> store().remove(HERE, 5))).isOne();
        assertThat(transactor().call(() -> store().remove(HERE, 5))).isZero();
        assertThat(find(HERE, ref(PERSON, "1"))).isEmpty();
        assertThat(find(THERE, ref(PERSON, "1"))).isPresent();
    }
}
