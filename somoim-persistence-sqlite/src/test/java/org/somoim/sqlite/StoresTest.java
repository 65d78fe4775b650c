package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.kernel.BellFact.Tone;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.KernelReason;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;

/** What a MyBatis interface may hold, seen on a store of bells. */
class StoresTest {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase(
            SqlitePart.of(SqliteBells.class, Silent.class, Hidden.class, Astray.class, Heap.class, Woolly.class)
                    .with(Column.text(Maker.class, Maker::name, Maker::new)));

    private static final Bell FULL = new Bell(
            new Id<>(new UUID(-1, 1)),
            new Line("Emille, \"신종\""),
            new Prose("heavy\nand old"),
            new Word("bronze"),
            Tone.LOW,
            true,
            7L,
            new Digest("00ff"),
            new Maker("Bak"),
            Instant.ofEpochMilli(-1));
    private static final Bell EMPTY = new Bell(
            new Id<>(new UUID(0, 2)),
            new Line("plain"),
            null,
            null,
            Tone.HIGH,
            false,
            null,
            null,
            null,
            Instant.ofEpochMilli(5));

    private Bells bells;

    @BeforeEach
    void makeTable() {
        database.execute("""
                create table somoim_bells (
                  id blob not null primary key check (length(id) = 16), name text not null, story text, metal text,
                  tone text not null, whole integer not null, grams integer, digest text, maker text,
                  cast_at integer not null) strict
                """);
        bells = database.store(SqliteBells.class);
    }

    private void add(Bell... all) {
        database.transactor().run(() -> Arrays.stream(all).forEach(bells::add));
    }

    @Test
    void aRecordComesBackAsItWas() {
        add(FULL, EMPTY);

        assertThat(bells.find(FULL.id())).contains(FULL);
        assertThat(bells.find(EMPTY.id())).contains(EMPTY);
        assertThat(bells.all()).containsExactly(EMPTY, FULL);
    }

    @Test
    void whatIsNotThereIsEmptyOrFalse() {
        assertThat(bells.find(FULL.id())).isEmpty();
        assertThat(bells.all()).isEmpty();
        assertThat(bells.storyOf(FULL.id())).isEmpty();
        assertThat(database.transactor().call(() -> bells.remove(FULL.id()))).isFalse();
    }

    @Test
    void updatesSayWhetherTheyChangedAnything() {
        add(FULL);

        assertThat(database.transactor().call(() -> bells.retune(FULL.id(), Tone.HIGH)))
                .isTrue();
        assertThat(database.transactor().call(() -> bells.retune(EMPTY.id(), Tone.HIGH)))
                .isFalse();
        assertThat(database.transactor().call(() -> bells.remove(FULL.id()))).isTrue();
    }

    @Test
    @Covers("DAT-3")
    void anIdIsKeptAsItsSixteenBytes() {
        add(FULL);

        assertThat(database.ask(
                        "select hex(id) || ' ' || typeof(id) || ' ' || tone || ' ' || cast_at from somoim_bells"))
                .containsExactly("FFFFFFFFFFFFFFFF0000000000000001 blob LOW -1");
    }

    @Test
    void enumsWithBodiesAreKeptByNameAlone() {
        add(FULL, EMPTY);

        assertThat(bells.tuned(Tone.LOW)).containsExactly(FULL);
        assertThat(bells.tunedAndWhole(Tone.LOW, true)).containsExactly(FULL);
        assertThat(bells.tunedAndWhole(null, true)).containsExactly(FULL);
    }

    @Test
    void whatIsSaidTwiceIsInASetOnce() {
        var again = new Bell(
                new Id<>(new UUID(0, 3)), FULL.name(), null, null, Tone.LOW, true, null, null, null, FULL.castAt());
        add(FULL, EMPTY, again);

        assertThat(bells.tones()).containsExactlyInAnyOrder(Tone.LOW, Tone.HIGH);
    }

    @Test
    void severalRowsWhereThereIsToBeOneAreAMistake() {
        var again = new Bell(
                new Id<>(new UUID(0, 3)), FULL.name(), null, null, Tone.LOW, true, null, null, null, FULL.castAt());
        add(FULL, again);

        assertThatThrownBy(() -> bells.byTone(Tone.LOW)).hasMessageContaining("byTone gives 2 rows");
    }

    @Test
    void collectionsGoInAsJson() {
        add(FULL, EMPTY);

        assertThat(bells.withIds(Set.of(FULL.id()))).containsExactly(FULL);
        assertThat(bells.withIds(Set.of())).isEmpty();
        assertThat(bells.named(List.of(FULL.name(), new Line("\\ \"")))).containsExactly(FULL);
    }

    @Test
    void aPlaceInAListMayBeNone() {
        add(FULL, EMPTY);

        assertThat(bells.page(null, 1)).containsExactly(EMPTY);
        assertThat(bells.page(Cursor.of(EMPTY.castAt(), EMPTY.id()), 1)).containsExactly(FULL);
    }

    @Test
    void defaultMethodsRunOnTheSameStore() {
        add(FULL, EMPTY);

        assertThat(bells.count()).isEqualTo(2);
        assertThatThrownBy(() -> bells.complain()).isExactlyInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bells.removeAll(List.of(FULL.id())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
        database.transactor().run(() -> bells.removeAll(List.of(FULL.id(), EMPTY.id())));
        assertThat(bells.count()).isZero();
    }

    @Test
    @Covers("SEC-5")
    void textIsBoundAndNeverRun() {
        Line bobby = new Line("'); drop table somoim_bells; --");
        add(new Bell(FULL.id(), bobby, null, null, Tone.LOW, true, null, null, null, FULL.castAt()));

        assertThat(bells.find(FULL.id()).orElseThrow().name()).isEqualTo(bobby);
        assertThat(bells.named(List.of(bobby))).hasSize(1);
    }

    @Test
    void aTypeWithoutAColumnIsRefusedAndNotKeptAsItsText() {
        assertThatThrownBy(() -> bells.anything(URI.create("urn:x"), 1)).hasMessageContaining("java.net.URI");
        assertThatThrownBy(() -> bells.anything(LocalDate.EPOCH, 1)).hasMessageContaining("java.time.LocalDate");
        assertThatThrownBy(() -> bells.anything(1.5, 1)).hasMessageContaining("java.lang.Double");
        assertThatThrownBy(() -> bells.anything(List.of(URI.create("urn:x")), 1))
                .hasMessageContaining("java.net.URI");
        assertThatThrownBy(() -> bells.born(LocalDate.EPOCH)).hasMessageContaining("java.time.LocalDate");
        assertThatThrownBy(() -> bells.bornWith(new Born(LocalDate.EPOCH))).hasMessageContaining("java.time.LocalDate");
        assertThatThrownBy(() -> bells.anything(new Stray("x"), 1)).hasMessageContaining("Stray");
    }

    @Test
    void aRowThatMustBeNewAndIsNotIsAMistakeWithoutValuesInItsMessage() {
        add(FULL);

        assertThatThrownBy(() -> add(FULL))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somoim_bells.id")
                .hasMessageNotContaining("Emille");
    }

    @Test
    void aRowThatItsRecordRefusesIsRefused() {
        database.execute(
                "insert into somoim_bells (id, name, tone, whole, cast_at) values (zeroblob(16), ' ', 'LOW', 1, 0)");

        assertThatThrownBy(bells::all).isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.reason())
                .isEqualTo(KernelReason.NOT_ONE_LINE));
    }

    @Test
    void anUnknownConstantInARowIsAFailureThatDoesNotQuoteTheRow() {
        database.execute(
                "insert into somoim_bells (id, name, tone, whole, cast_at) values (zeroblob(16), 'secret', 'SHRILL', 1, 0)");

        assertThatThrownBy(bells::all).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("secret");
    }

    @Test
    void aColumnThatNoComponentTakesIsAnError() {
        add(FULL);

        assertThatThrownBy(bells::tooMuch).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(bells::tooLittle).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBrokenStatementIsAFailureOfTheStore() {
        assertThatThrownBy(bells::typo).isInstanceOf(StoreFailure.class);
    }

    @Test
    void aWriteThatIsDeclaredToReadIsRefusedByTheConnection() {
        assertThatThrownBy(bells::sly).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailedStatementLeavesTheChangeUsable() {
        add(FULL);

        database.transactor().run(() -> {
            assertThatThrownBy(() -> bells.add(FULL)).isInstanceOf(IllegalStateException.class);
            bells.add(EMPTY);
        });

        assertThat(bells.count()).isEqualTo(2);
    }

    @Test
    void aStoreHasANameAndIsItself() {
        assertThat(bells).hasToString("SqliteBells").isEqualTo(bells).isNotEqualTo(database.store(SqliteBells.class));
        assertThat(bells.hashCode()).isEqualTo(bells.hashCode());
    }

    @Test
    void aStoreThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> database.store(Silent.class).say()).hasMessageContaining("Silent.say has no SQL");
        assertThatThrownBy(() -> database.store(Astray.class).like(FULL))
                .hasMessageContaining("Astray.like binds nick of a Bell");
        assertThatThrownBy(() -> database.store(Heap.class).all()).hasMessageContaining("Heap.all");
        assertThatThrownBy(() -> database.store(Woolly.class).remove(FULL.id()))
                .hasMessageContaining("Woolly.remove changes rows");
        assertThatThrownBy(() -> database.store(Hidden.class)).hasMessageContaining("must be public");
        assertThatThrownBy(() -> database.store(Runnable.class)).hasMessageContaining("SqliteParts");
    }

    record Maker(String name) {}

    record Stray(String value) {}

    record Born(LocalDate on) {}

    record Bell(
            Id<Bell> id,
            Line name,
            @Nullable Prose story,
            @Nullable Word metal,
            Tone tone,
            boolean whole,
            @Nullable Long grams,
            @Nullable Digest digest,
            @Nullable Maker maker,
            Instant castAt) {}

    /** A port. */
    interface Bells {
        void add(Bell bell);

        Optional<Bell> find(Id<Bell> bell);

        Optional<Prose> storyOf(Id<Bell> bell);

        List<Bell> all();

        boolean retune(Id<Bell> bell, Tone tone);

        boolean remove(Id<Bell> bell);

        void removeAll(List<Id<Bell>> bells);

        List<Bell> tuned(Tone tone);

        Set<Tone> tones();

        Id<Bell> byTone(Tone tone);

        List<Bell> tunedAndWhole(@Nullable Tone tone, boolean whole);

        List<Bell> withIds(Set<Id<Bell>> ids);

        List<Bell> named(List<Line> names);

        List<Bell> page(@Nullable Cursor after, int limit);

        int count();

        void complain();

        long anything(Object value, int other);

        long born(LocalDate on);

        long bornWith(Born born);

        List<Bell> tooMuch();

        List<Bell> tooLittle();

        long typo();

        Id<Bell> sly();
    }

    /** Has a method that nobody wrote SQL for. */
    public interface Silent {
        void say();
    }

    interface Hidden {}

    /** Names a part that its record does not have. */
    public interface Astray {
        @Select("select name from somoim_bells where name = #{nick}")
        Optional<Line> like(Bell bell);
    }

    /** Gives its rows as what no store needs. */
    public interface Heap {
        @Select("select name from somoim_bells")
        Iterable<Line> all();
    }

    /** Says what it changed in a way that nobody knows. */
    public interface Woolly {
        @Delete("delete from somoim_bells where id = #{bell}")
        Line remove(Id<Bell> bell);
    }

    /** An adapter. */
    public interface SqliteBells extends Bells {
        @Override
        @Insert("""
                insert into somoim_bells (id, name, story, metal, tone, whole, grams, digest, maker, cast_at)
                values (#{id}, #{name}, #{story}, #{metal}, #{tone}, #{whole}, #{grams}, #{digest}, #{maker}, #{castAt})
                """)
        void add(Bell bell);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells where id = #{bell}
                """)
        Optional<Bell> find(Id<Bell> bell);

        @Override
        @Select("select story from somoim_bells where id = #{bell}")
        Optional<Prose> storyOf(Id<Bell> bell);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells order by id
                """)
        List<Bell> all();

        @Override
        @Update("update somoim_bells set tone = #{tone} where id = #{bell}")
        boolean retune(Id<Bell> bell, Tone tone);

        @Override
        @Delete("delete from somoim_bells where id = #{bell}")
        boolean remove(Id<Bell> bell);

        @Override
        default void removeAll(List<Id<Bell>> bells) {
            bells.forEach(this::remove);
        }

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells where tone = #{tone} order by id
                """)
        List<Bell> tuned(Tone tone);

        @Override
        @Select("select tone from somoim_bells order by id")
        Set<Tone> tones();

        @Override
        @Select("select id from somoim_bells where tone = #{tone} order by id")
        Id<Bell> byTone(Tone tone);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells where (#{tone} is null or tone = #{tone}) and whole = #{whole} order by id
                """)
        List<Bell> tunedAndWhole(@Nullable Tone tone, boolean whole);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells where id in (select unhex(value) from json_each(#{ids})) order by id
                """)
        List<Bell> withIds(Set<Id<Bell>> ids);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells where name in (select value from json_each(#{names})) order by id
                """)
        List<Bell> named(List<Line> names);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at
                from somoim_bells
                where #{after.at} is null or (cast_at, id) < (#{after.at}, #{after.id})
                order by cast_at desc, id desc limit #{limit}
                """)
        List<Bell> page(@Nullable Cursor after, int limit);

        @Override
        default int count() {
            return all().size();
        }

        @Override
        default void complain() {
            throw new IllegalArgumentException("on purpose");
        }

        @Override
        @Select("select count(*) from somoim_bells where name = #{value} and whole = #{other}")
        long anything(Object value, int other);

        @Override
        @Select("select count(*) from somoim_bells where cast_at = #{on}")
        long born(LocalDate on);

        @Override
        @Select("select count(*) from somoim_bells where cast_at = #{on}")
        long bornWith(Born born);

        @Override
        @Select("""
                select id, name, story, metal, tone, whole, grams, digest, maker, cast_at, 1 as surplus
                from somoim_bells order by id
                """)
        List<Bell> tooMuch();

        @Override
        @Select("select id, name from somoim_bells order by id")
        List<Bell> tooLittle();

        @Override
        @Select("select count(*) from somoim_belles")
        long typo();

        @Override
        @Select("""
                insert into somoim_bells (id, name, tone, whole, cast_at) values (zeroblob(16), 'sly', 'LOW', 1, 0)
                returning id
                """)
        Id<Bell> sly();
    }
}
