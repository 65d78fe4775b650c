package org.somoim.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.goals.GoalShareStore.Given;
import org.somoim.goals.GoalShareStore.Owner;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.privacy.redaction.AmountRange;

/** What every store of shared goals does. */
@Covers({"GOL-1", "GOL-2", "GOL-3", "GOL-4", "GOL-5", "GOL-6", "GOL-7"})
public interface GoalShareStoreContract {
    Instant TODAY = Instant.parse("2026-03-02T00:00:00Z");
    Instant TOMORROW = TODAY.plus(Duration.ofDays(1));
    Instant LATER = TODAY.plus(Duration.ofDays(2));
    Story STORY = new Story(
            Line.of("석 달 생활비"),
            Prose.of("월급날 **먼저** 옮겨요"),
            Prose.of("Half of every bonus"),
            Prose.of("Start small"),
            Tags.of("적금", "bonus"));
    GoalTraits FULL = new GoalTraits(
            GoalCategory.HOME,
            AmountRange.of(300_000_000),
            70,
            AgeBand.THIRTIES,
            AmountRange.of(48_000_000),
            new Word("capital"));
    Secrets SECRETS = new Secrets(new Random(7));

    GoalShareStore store();

    Transactor transactor();

    Ids ids();

    /** The id of an account that is there. */
    Id<User> person();

    private <R> R change(Supplier<R> work) {
        return transactor().call(work);
    }

    private void run(Runnable work) {
        transactor().run(work);
    }

    private static GoalTraits only(GoalCategory category) {
        return new GoalTraits(category, null, null, null, null, null);
    }

    private static GoalFace face(Instant since, GoalTraits traits, @Nullable Story story) {
        return new GoalFace(since, false, traits, story, false);
    }

    private Digest pseudonym() {
        return SECRETS.next().digest();
    }

    private GoalShare added(Instant day, GoalTraits traits, @Nullable Story story) {
        return added(day, traits, story, pseudonym());
    }

    private GoalShare added(Instant day, GoalTraits traits, @Nullable Story story, Digest pseudonym) {
        var share = new GoalShare(ids().random(), day, 0, 0, face(day, traits, story));
        run(() -> store().add(share, new Owner(pseudonym, share.id(), ids().random())));
        return share;
    }

    @Test
    default void whatIsKeptComesBackAsItWas() {
        GoalShare bare = added(TODAY, only(GoalCategory.OTHER), null);
        GoalShare full = added(TODAY, FULL, STORY);

        assertThat(store().latest(bare.id())).contains(bare);
        assertThat(store().latest(full.id())).contains(full);
        assertThat(store().shown(full.id(), TODAY)).contains(full);
        assertThat(store().latest(ids().random())).isEmpty();
    }

    @Test
    default void nothingChangesForOthersBeforeItsDay() {
        GoalShare share = added(TOMORROW, only(GoalCategory.DEBT), null);
        assertThat(store().shown(share.id(), TODAY)).isEmpty();
        assertThat(store().shown(GoalFilter.ALL, TODAY, null, 10)).isEmpty();
        assertThat(store().shown(share.id(), TOMORROW)).contains(share);

        run(() -> store().put(share.id(), face(LATER, FULL, STORY)));
        assertThat(store().shown(share.id(), TOMORROW)).contains(share);
        assertThat(store().shown(GoalFilter.ALL, TOMORROW, null, 10)).containsExactly(share);
        assertThat(store().shown(share.id(), LATER).orElseThrow().face()).isEqualTo(face(LATER, FULL, STORY));
        assertThat(store().latest(share.id()).orElseThrow().face().story()).isEqualTo(STORY);
    }

    @Test
    default void whatWasToComeIsReplacedAndWhatIsPastGoes() {
        GoalShare share = added(TODAY, only(GoalCategory.DEBT), STORY);
        run(() -> store().put(share.id(), face(TOMORROW, only(GoalCategory.CAR), STORY)));
        run(() -> store().put(share.id(), face(TOMORROW, FULL, null)));

        assertThat(store().shown(share.id(), TODAY)
                        .orElseThrow()
                        .face()
                        .traits()
                        .category())
                .isEqualTo(GoalCategory.DEBT);
        assertThat(store().shown(share.id(), TOMORROW).orElseThrow().face()).isEqualTo(face(TOMORROW, FULL, null));
        assertThat(change(() -> store().removePast(TODAY, 10))).isZero();
        assertThat(change(() -> store().removePast(TOMORROW, 10))).isOne();
        assertThat(change(() -> store().removePast(TOMORROW, 10))).isZero();
        assertThat(store().shown(share.id(), TODAY)).isEmpty();
        assertThat(store().latest(share.id()).orElseThrow().face().traits()).isEqualTo(FULL);
    }

    @Test
    default void whatIsWithdrawnIsForItsOwnerAlone() {
        GoalShare share = added(TODAY, FULL, STORY);
        run(() -> store().put(share.id(), new GoalFace(TOMORROW, true, FULL, STORY, false)));

        assertThat(store().shown(share.id(), TODAY)).isPresent();
        assertThat(store().shown(share.id(), TOMORROW)).isEmpty();
        assertThat(store().shown(GoalFilter.ALL, TOMORROW, null, 10)).isEmpty();
        assertThat(store().latest(share.id()).orElseThrow().face().withdrawn()).isTrue();
    }

    @Test
    default void theListIsByDayAndWithinADayByIdsThatSayNothing() {
        List<GoalShare> today = Stream.generate(() -> added(TODAY, only(GoalCategory.OTHER), null))
                .limit(5)
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
        GoalShare newer = added(TOMORROW, only(GoalCategory.OTHER), null);

        List<GoalShare> first = store().shown(GoalFilter.ALL, TOMORROW, null, 3);
        assertThat(first).containsExactly(newer, today.get(0), today.get(1));
        assertThat(store().shown(GoalFilter.ALL, TOMORROW, first.get(2).place(), 10))
                .containsExactlyElementsOf(today.subList(2, 5));
        assertThat(store().latest(Stream.concat(today.stream(), Stream.of(newer))
                        .map(GoalShare::id)
                        .toList()))
                .startsWith(newer)
                .endsWith(today.get(4));
    }

    @Test
    default void everyFilterLetsThroughWhatTheRecordSays() {
        List<GoalShare> all = List.of(
                added(TODAY, FULL, STORY),
                added(TODAY, only(GoalCategory.HOME), null),
                added(
                        TODAY,
                        new GoalTraits(
                                GoalCategory.DEBT, AmountRange.of(0), 100, AgeBand.TWENTIES, null, new Word("jeju")),
                        new Story(Line.of("Done"), null, null, null, Tags.of("빚", "bonus"))));
        run(() -> store().put(
                        all.get(2).id(),
                        new GoalFace(
                                TOMORROW,
                                false,
                                all.get(2).face().traits(),
                                all.get(2).face().story(),
                                true)));

        List<GoalFilter> filters = List.of(
                GoalFilter.ALL,
                GoalFilter.of(GoalCategory.HOME),
                GoalFilter.of(GoalCategory.CAR),
                GoalFilter.tagged(Line.of("BONUS")),
                GoalFilter.tagged(Line.of("적금")),
                GoalFilter.tagged(Line.of("적")),
                new GoalFilter(null, null, 499_999_999L, null, null, null, null, null),
                new GoalFilter(null, null, 500_000_000L, null, null, null, null, null),
                new GoalFilter(null, null, 200_000_000L, null, null, null, null, null),
                new GoalFilter(null, null, 0L, null, null, null, null, null),
                new GoalFilter(null, null, null, AgeBand.THIRTIES, null, null, null, null),
                new GoalFilter(null, null, null, null, 20_000_000L, null, null, null),
                new GoalFilter(null, null, null, null, null, new Word("jeju"), null, null),
                new GoalFilter(null, null, null, null, null, null, true, null),
                new GoalFilter(null, null, null, null, null, null, false, null),
                new GoalFilter(null, null, null, null, null, null, null, true),
                new GoalFilter(null, null, null, null, null, null, null, false));
        for (GoalFilter filter : filters) {
            assertThat(store().shown(filter, TOMORROW, null, 10))
                    .describedAs("%s", filter)
                    .extracting(GoalShare::id)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .map(share -> store().latest(share.id()).orElseThrow())
                            .filter(share -> filter.lets(share.face()))
                            .map(GoalShare::id)
                            .toList());
        }
    }

    @Test
    default void ownersAreFoundByTheirPseudonymsAndLetGo() {
        Digest mine = pseudonym();
        GoalShare share = added(TODAY, FULL, null, mine);
        GoalShare other = added(TODAY, FULL, null);
        assertThat(store().owned(List.of(mine, pseudonym())))
                .extracting(Owner::shareId)
                .containsExactly(share.id());
        assertThat(store().owner(share.id()).orElseThrow().pseudonym()).isEqualTo(mine);
        assertThatThrownBy(() -> added(TODAY, FULL, null, mine)).isInstanceOf(RuntimeException.class);

        assertThat(change(() -> store().disown(share.id()))).isTrue();
        assertThat(change(() -> store().disown(share.id()))).isFalse();
        assertThat(store().owned(List.of(mine))).isEmpty();
        assertThat(store().shown(share.id(), TODAY)).isPresent();

        assertThat(change(() -> store().remove(other.id()))).isTrue();
        assertThat(change(() -> store().remove(other.id()))).isFalse();
        assertThat(store().owner(other.id())).isEmpty();
    }

    @Test
    default void onePersonGivesEachCheerOnce() {
        GoalShare share = added(TODAY, FULL, null);
        GoalShare other = added(TODAY, FULL, null);
        Id<User> minji = person();
        Id<User> jun = person();
        assertThat(change(() -> store().give(share.id(), minji, Cheer.INSPIRED)))
                .isTrue();
        assertThat(change(() -> store().give(share.id(), minji, Cheer.INSPIRED)))
                .isFalse();
        assertThat(change(() -> store().give(share.id(), minji, Cheer.LIKE))).isTrue();
        assertThat(change(() -> store().give(other.id(), minji, Cheer.LIKE))).isTrue();
        assertThat(change(() -> store().give(share.id(), jun, Cheer.INSPIRED))).isTrue();

        assertThat(store().count(share.id(), Cheer.INSPIRED)).isEqualTo(2);
        assertThat(store().count(share.id(), Cheer.LIKE)).isOne();
        assertThat(store().given(minji, List.of(share.id())))
                .isEqualTo(Set.of(new Given(share.id(), Cheer.LIKE), new Given(share.id(), Cheer.INSPIRED)));
        List<Given> all = store().given(minji, (Given) null, 10);
        assertThat(all).hasSize(3).isSorted();
        assertThat(store().given(minji, all.get(0), 1)).containsExactly(all.get(1));

        assertThat(change(() -> store().takeBack(share.id(), minji, Cheer.LIKE)))
                .isTrue();
        assertThat(change(() -> store().takeBack(share.id(), minji, Cheer.LIKE)))
                .isFalse();
        run(() -> store().remove(share.id()));
        assertThat(store().given(jun, (Given) null, 10)).isEmpty();
    }

    @Test
    default void whatIsToBeCountedIsCountedOnItsDay() {
        GoalShare share = added(TODAY, FULL, null);
        run(() -> store().countOn(share.id(), LATER));
        run(() -> store().countOn(share.id(), TOMORROW));
        run(() -> store().countOn(share.id(), LATER));
        assertThat(store().toCount(TODAY, 10)).isEmpty();
        assertThat(store().toCount(TOMORROW, 10)).containsExactly(share.id());

        run(() -> store().putCounts(share.id(), 3, 4));
        assertThat(store().toCount(LATER, 10)).isEmpty();
        assertThat(store().latest(share.id()).orElseThrow())
                .isEqualTo(new GoalShare(share.id(), TODAY, 3, 4, share.face()));
    }
}
