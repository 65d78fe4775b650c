package org.somoim.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** What every store of profiles does. */
public interface ProfileStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Account MINJI = AccountStoreContract.account("minji@example.org");
    Account JUNHO = AccountStoreContract.account("junho@example.org");
    Account SORA = AccountStoreContract.account("sora@example.org");

    ProfileStore store();

    /** On the same database: a profile is somebody's. */
    AccountStore accounts();

    Transactor transactor();

    @BeforeEach
    default void peopleHaveAccounts() {
        transactor().run(() -> List.of(MINJI, JUNHO, SORA).forEach(accounts()::add));
    }

    private static Profile named(Account account, String name) {
        return new Profile(account.id(), About.named(Line.of(name)), ContributionStanding.NONE, NOON, NOON);
    }

    private static Profile full(Account account) {
        return new Profile(
                account.id(),
                new About(
                        Line.of("민지 \"M\""),
                        Line.of("민지"),
                        Line.of("김"),
                        Prose.of("등산을 좋아해요.\n\n- 북한산\n- 🦊"),
                        new Link("https://pictures.example/minji.png?size=2&v=1"),
                        Line.of("서울 마포구"),
                        Topics.of("등산", "Board games", "요리, 그리고 \"빵\""),
                        Topics.of("SQL")),
                ContributionStanding.NONE,
                NOON,
                NOON.plusSeconds(5));
    }

    private void add(Profile... profiles) {
        transactor().run(() -> {
            for (Profile profile : profiles) {
                assertThat(store().add(profile)).isTrue();
            }
        });
    }

    @Test
    @Covers({"PRF-1", "PRF-2", "PRF-3", "PRF-4"})
    default void aProfileComesBackAsItWas() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"));
        assertThat(store().find(MINJI.id())).contains(named(MINJI, "민지"));

        transactor().run(() -> store().put(full(MINJI)));
        assertThat(store().find(MINJI.id())).contains(full(MINJI));
        assertThat(store().find(JUNHO.id())).contains(named(JUNHO, "준호"));

        transactor().run(() -> store().put(named(MINJI, "M")));
        assertThat(store().find(MINJI.id())).contains(named(MINJI, "M"));
        assertThat(store().find(SORA.id())).isEmpty();
    }

    @Test
    @Covers({"PRF-2", "PRF-4"})
    default void aProfileMayBeFullFromTheBeginning() {
        add(full(MINJI));

        assertThat(store().find(MINJI.id())).contains(full(MINJI));
    }

    @Test
    @Covers("PRF-6")
    default void aPersonHasOneProfile() {
        add(named(MINJI, "민지"));

        assertThat(transactor().call(() -> store().add(named(MINJI, "Another"))))
                .isFalse();
        assertThat(store().find(MINJI.id())).contains(named(MINJI, "민지"));
    }

    @Test
    @Covers({"PRF-6", "PRF-7"})
    default void aNewProfileHasTheFirstSettings() {
        add(named(MINJI, "민지"));

        assertThat(store().settings(MINJI.id())).contains(PrivacySettings.FIRST);
        assertThat(store().visibility(MINJI.id())).contains(Audience.NOBODY);
        assertThat(store().settings(JUNHO.id())).isEmpty();
        assertThat(store().visibility(JUNHO.id())).isEmpty();
    }

    @Test
    @Covers({"PRF-7", "PRF-8", "PRF-9", "PRF-10", "PRF-11"})
    default void everySettingIsKeptOnItsOwn() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"));
        for (PrivacySetting setting : PrivacySetting.values()) {
            for (Choice choice : setting.choices()) {
                var settings = new PrivacySettings(Map.of(setting, choice));
                transactor().run(() -> store().putSettings(MINJI.id(), settings, NOON));

                assertThat(store().settings(MINJI.id())).as("%s", setting).contains(settings);
            }
        }
        assertThat(store().settings(JUNHO.id())).contains(PrivacySettings.FIRST);
    }

    @Test
    @Covers("PRF-7")
    default void visibilityIsThatOfTheSettings() {
        add(named(MINJI, "민지"));
        for (Audience audience : Audience.values()) {
            var settings = new PrivacySettings(Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
            transactor().run(() -> store().putSettings(MINJI.id(), settings, NOON));

            assertThat(store().visibility(MINJI.id())).contains(audience);
        }
    }

    @Test
    @Covers("PRF-1")
    default void namesAreThoseOfWhoHasAProfile() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"));
        Set<Id<User>> all = Set.of(MINJI.id(), JUNHO.id(), SORA.id());

        assertThat(store().names(all))
                .isEqualTo(new HashMap<>(Map.of(MINJI.id(), Line.of("민지"), JUNHO.id(), Line.of("준호"))));
        assertThat(store().names(Set.of(SORA.id()))).isEmpty();
        assertThat(store().names(Set.of())).isEmpty();
    }

    @Test
    @Covers("PRF-12")
    default void aBlockPartsBothWaysAndIsKeptOnce() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"), named(SORA, "소라"));

        transactor().run(() -> {
            assertThat(store().addBlock(MINJI.id(), JUNHO.id(), NOON)).isTrue();
            assertThat(store().addBlock(MINJI.id(), JUNHO.id(), NOON.plusSeconds(1)))
                    .isFalse();
        });

        Set<Id<User>> all = Set.of(MINJI.id(), JUNHO.id(), SORA.id());
        assertThat(store().apart(MINJI.id(), all)).containsExactly(JUNHO.id());
        assertThat(store().apart(JUNHO.id(), all)).containsExactly(MINJI.id());
        assertThat(store().apart(SORA.id(), all)).isEmpty();
        assertThat(store().apart(MINJI.id(), Set.of(SORA.id()))).isEmpty();
        assertThat(store().blocked(MINJI.id())).containsExactly(new Block(JUNHO.id(), Line.of("준호"), NOON));
        assertThat(store().blocked(JUNHO.id())).isEmpty();
    }

    /** Or the name they have taken since would be told to the one they have blocked. */
    @Test
    @Covers("PRF-12")
    default void whoeverHasBlockedAPersonShowsThemNoNameThere() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"));
        transactor().run(() -> {
            store().addBlock(MINJI.id(), JUNHO.id(), NOON);
            store().addBlock(JUNHO.id(), MINJI.id(), NOON);
        });

        assertThat(store().blocked(MINJI.id())).containsExactly(new Block(JUNHO.id(), null, NOON));
        transactor().run(() -> store().removeBlock(JUNHO.id(), MINJI.id()));
        assertThat(store().blocked(MINJI.id())).containsExactly(new Block(JUNHO.id(), Line.of("준호"), NOON));
    }

    @Test
    @Covers("PRF-12")
    default void aBlockIsTakenBackByWhoMadeIt() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"));
        transactor().run(() -> store().addBlock(MINJI.id(), JUNHO.id(), NOON));
        transactor().run(() -> store().addBlock(JUNHO.id(), MINJI.id(), NOON));

        assertThat(transactor().call(() -> store().removeBlock(MINJI.id(), JUNHO.id())))
                .isTrue();
        assertThat(transactor().call(() -> store().removeBlock(MINJI.id(), JUNHO.id())))
                .isFalse();
        assertThat(store().apart(MINJI.id(), Set.of(JUNHO.id()))).containsExactly(JUNHO.id());
    }

    @Test
    @Covers("PRF-12")
    default void blocksAreListedLatestFirst() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"), named(SORA, "소라"));
        transactor().run(() -> {
            store().addBlock(MINJI.id(), SORA.id(), NOON);
            store().addBlock(MINJI.id(), JUNHO.id(), NOON.plusSeconds(1));
        });

        assertThat(store().blocked(MINJI.id())).extracting(Block::userId).containsExactly(JUNHO.id(), SORA.id());
    }

    @Test
    @Covers("PRF-13")
    default void mutedWordsAreKeptOnceForEachPerson() {
        add(named(MINJI, "민지"), named(JUNHO, "준호"));
        Line coin = Line.of("코인");

        transactor().run(() -> {
            assertThat(store().addMutedWord(MINJI.id(), coin, NOON)).isTrue();
            assertThat(store().addMutedWord(MINJI.id(), coin, NOON)).isFalse();
            assertThat(store().addMutedWord(MINJI.id(), Line.of("spoiler"), NOON))
                    .isTrue();
            assertThat(store().addMutedWord(JUNHO.id(), coin, NOON)).isTrue();
        });
        assertThat(store().mutedWords(MINJI.id())).containsExactlyInAnyOrder(coin, Line.of("spoiler"));

        assertThat(transactor().call(() -> store().removeMutedWord(MINJI.id(), coin)))
                .isTrue();
        assertThat(transactor().call(() -> store().removeMutedWord(MINJI.id(), coin)))
                .isFalse();
        assertThat(store().mutedWords(MINJI.id())).containsExactly(Line.of("spoiler"));
        assertThat(store().mutedWords(JUNHO.id())).containsExactly(coin);
    }

    @Test
    default void writingOutsideAChangeIsAMistake() {
        assertThatThrownBy(() -> store().add(named(MINJI, "민지"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().addBlock(MINJI.id(), JUNHO.id(), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aBadgeIsHeldOnceAndGoesWithEverythingElse() {
        var hike = new Badge(new Word("first-hike"), NOON);
        var host = new Badge(new Word("host"), NOON.minusSeconds(1));
        transactor().run(() -> {
            store().add(named(MINJI, "민지"));
            assertThat(store().addBadge(MINJI.id(), hike)).isTrue();
            assertThat(store().addBadge(MINJI.id(), hike)).isFalse();
            assertThat(store().addBadge(MINJI.id(), host)).isTrue();
        });
        assertThat(store().badges(MINJI.id())).containsExactly(host, hike);

        transactor().run(() -> {
            assertThat(store().removeBadge(MINJI.id(), host.badge())).isTrue();
            assertThat(store().removeBadge(MINJI.id(), host.badge())).isFalse();
            assertThat(store().removeAll(MINJI.id())).isPositive();
        });
        assertThat(store().badges(MINJI.id())).isEmpty();
    }
}
