package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HierarchyPropertiesTest {
    private static final Currency WON = Currency.getInstance("KRW");

    static List<Hierarchy> hierarchies() {
        return List.of(
                Hierarchies.age(),
                Hierarchies.income(WON),
                Hierarchies.income(Households.DOLLARS),
                Hierarchies.regionOfKorea());
    }

    /** P10. */
    @ParameterizedTest
    @MethodSource("hierarchies")
    @Covers("PRV-1")
    void eachLevelIsAPartitionAndEachStepACoarsening(Hierarchy hierarchy) {
        for (Hierarchy.Level level : hierarchy.levels()) {
            assertThat(IntStream.range(0, hierarchy.leaves())).allSatisfy(leaf -> assertThat(
                            level.bands().stream().filter(band -> band.leaves().contains(leaf)))
                    .hasSize(1));
        }
        for (int at = 1; at < hierarchy.levels().size(); at++) {
            List<Hierarchy.Band> coarser = hierarchy.levels().get(at).bands();
            assertThat(hierarchy.levels().get(at - 1).bands()).allSatisfy(band -> assertThat(
                            coarser.stream().filter(parent -> parent.leaves().contains(band.leaves())))
                    .hasSize(1));
            assertThat(coarser.size())
                    .isLessThan(hierarchy.levels().get(at - 1).bands().size());
        }
    }

    @ParameterizedTest
    @MethodSource("hierarchies")
    @Covers("CMP-1")
    void everyRunOfNeighboursHasItsOwnName(Hierarchy hierarchy) {
        List<Label> labels = IntStream.range(0, hierarchy.leaves())
                .boxed()
                .flatMap(from ->
                        IntStream.range(from, hierarchy.leaves()).mapToObj(to -> hierarchy.label(new Range(from, to))))
                .toList();

        assertThat(labels).extracting(Label::korean).doesNotHaveDuplicates();
        assertThat(labels).extracting(Label::english).doesNotHaveDuplicates();
        assertThat(hierarchy.levels().stream().flatMap(level -> level.bands().stream()))
                .allSatisfy(
                        band -> assertThat(hierarchy.label(band.leaves())).isEqualTo(nameOf(hierarchy, band.leaves())));
    }

    /** Of the coarsest band that is exactly that. */
    private static Label nameOf(Hierarchy hierarchy, Range leaves) {
        Label name = null;
        for (Hierarchy.Level level : hierarchy.levels()) {
            for (Hierarchy.Band band : level.bands()) {
                name = band.leaves().equals(leaves) ? band.label() : name;
            }
        }
        return java.util.Objects.requireNonNull(name);
    }

    @Property
    @Covers("PRV-1")
    void everyAgeIsInTheBandThatNamesIt(@ForAll @IntRange(min = -5, max = 130) int years) {
        Range leaf = new Range(Hierarchies.ageLeaf(years), Hierarchies.ageLeaf(years));
        String name = Hierarchies.age().label(leaf).english();
        String[] numbers = name.replaceAll("[^0-9–]", "").split("–");

        int from = name.startsWith("aged under") ? Integer.MIN_VALUE : Integer.parseInt(numbers[0]);
        int to = name.startsWith("aged under")
                ? Integer.parseInt(numbers[0]) - 1
                : numbers.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(numbers[1]);
        assertThat(years).isBetween(from, to);
    }

    @Test
    @Covers("CMP-1")
    void aTileIsNamedInWords() {
        Hierarchy age = Hierarchies.age();
        Hierarchy income = Hierarchies.income(WON);
        Hierarchy region = Hierarchies.regionOfKorea();

        assertThat(age.label(new Range(4, 7))).isEqualTo(new Label("35–54세", "aged 35–54"));
        assertThat(age.label(new Range(8, 13))).isEqualTo(new Label("55세 이상", "aged 55 and over"));
        assertThat(income.label(new Range(3, 3)))
                .isEqualTo(new Label("연 소득 5,000만 원 이상 1억 원 미만", "income of KRW 50,000,000 to under 100,000,000"));
        assertThat(region.label(new Range(0, 2)).korean()).isEqualTo("수도권");
        assertThat(region.label(new Range(0, 3)).english()).isEqualTo("the capital area, Gangwon");
    }

    @Test
    void aLevelThatIsNoPartitionIsRefused() {
        Label any = Label.of("any");
        var leaves = new Hierarchy.Level(
                any,
                List.of(
                        new Hierarchy.Band("a", any, new Range(0, 0)),
                        new Hierarchy.Band("b", any, new Range(1, 1)),
                        new Hierarchy.Band("c", any, new Range(2, 2))));
        var gap = new Hierarchy.Level(any, List.of(new Hierarchy.Band("all", any, new Range(0, 1))));
        var crossed = new Hierarchy.Level(
                any,
                List.of(new Hierarchy.Band("ab", any, new Range(0, 1)), new Hierarchy.Band("c", any, new Range(2, 2))));
        var other = new Hierarchy.Level(
                any,
                List.of(new Hierarchy.Band("a", any, new Range(0, 0)), new Hierarchy.Band("bc", any, new Range(1, 2))));
        var all = new Hierarchy.Level(any, List.of(new Hierarchy.Band("all", any, new Range(0, 2))));

        assertThatThrownBy(() -> Hierarchy.of("x", any, List.of(leaves, gap), Hierarchy.Naming.listed()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Hierarchy.of("x", any, List.of(leaves, crossed, other, all), Hierarchy.Naming.listed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole bands");
        assertThatThrownBy(() -> Hierarchy.of("x", any, List.of(leaves, crossed), Hierarchy.Naming.listed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one band");
    }
}
