package org.somoim.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.goals.Sharing.EVERYTHING;
import static org.somoim.goals.Sharing.HOST;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Policies;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Wish;
import org.somoim.privacy.redaction.AmountRange;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;

class GoalSharesTest {
    private static final Story STORY = new Story(
            Line.of("석 달 생활비 모으기"),
            Prose.of("월급날 먼저 옮겨 둡니다"),
            Prose.of("Half of every bonus"),
            Prose.of("Start small"),
            Tags.of("비상금", "Bonus"));

    private final Sharing sharing = new Sharing(new Community());
    private final Community town = sharing.town;
    private final GoalShares shares = sharing.shares;
    private final Actor.Person reader = town.person("Reader");

    @Test
    @Covers({"PRF-8", "PRF-15", "GOL-8"})
    void atFirstNothingIsSharedAndNothingIsKept() {
        Actor.Person minji = town.person("Minji");

        assertRefused("goals.sharing-is-off", () -> shares.share(minji, EVERYTHING));
        sharing.nextDay();
        assertThat(sharing.seenBy(reader)).isEmpty();
        assertThat(shares.mine(minji)).isEmpty();
    }

    @Test
    @Covers({"PRF-8", "PRF-9", "PRF-10", "PRF-14", "GOL-2", "GOL-3"})
    void eachSettingLetsThroughItsOwnFieldAndNoOther() {
        Map<PrivacySetting, GoalTraits> alone = Map.of(
                PrivacySetting.SHARE_GOAL_AMOUNTS,
                new GoalTraits(GoalCategory.HOME, new AmountRange(200_000_000, 500_000_000), null, null, null, null),
                PrivacySetting.SHARE_AGE_RANGE,
                new GoalTraits(GoalCategory.HOME, null, null, AgeBand.THIRTIES, null, null),
                PrivacySetting.SHARE_INCOME_RANGE,
                new GoalTraits(GoalCategory.HOME, null, null, null, new AmountRange(50_000_000, 100_000_000), null),
                PrivacySetting.SHARE_REGION,
                new GoalTraits(GoalCategory.HOME, null, null, null, null, new Word("capital")));
        alone.forEach((setting, traits) -> {
            Actor.Person person = sharing.sharer();
            assertThat(shares.share(person, EVERYTHING).face().traits())
                    .isEqualTo(new GoalTraits(GoalCategory.HOME, null, null, null, null, null));
            town.somoim.profiles().changeSettings(person, Map.of(setting, Consent.YES));
            assertThat(shares.share(person, EVERYTHING).face().traits()).isEqualTo(traits);
        });
        Actor.Person person = sharing.sharer();
        sharing.allow(person, GoalSharing.PROGRESS);
        assertThat(shares.share(person, EVERYTHING).face().traits())
                .isEqualTo(new GoalTraits(GoalCategory.HOME, null, 40, null, null, null));
    }

    @Test
    @Covers({"GOL-1", "GOL-2"})
    void whatCannotBeIsRefused() {
        Actor.Person minji = sharing.openSharer();
        assertRefused("goals.no-such-amount", () -> shares.share(minji, draft(-1L, 0, 30, 0L, "seoul")));
        assertRefused("goals.no-such-amount", () -> shares.share(minji, draft(Long.MAX_VALUE, 0, 30, 0L, "seoul")));
        assertRefused("goals.no-such-amount", () -> shares.share(minji, draft(0L, 0, 30, Long.MIN_VALUE, "seoul")));
        assertRefused("goals.no-such-progress", () -> shares.share(minji, draft(0L, 101, 30, 0L, "seoul")));
        assertRefused("goals.no-such-progress", () -> shares.share(minji, draft(0L, -1, 30, 0L, "seoul")));
        assertRefused("goals.no-such-age", () -> shares.share(minji, draft(0L, 0, 151, 0L, "seoul")));
        assertRefused("goals.no-such-age", () -> shares.share(minji, draft(0L, 0, -1, 0L, "seoul")));
        assertRefused("goals.no-such-place", () -> shares.share(minji, draft(0L, 0, 30, 0L, "capital")));
        assertThat(shares.mine(minji)).isEmpty();
    }

    private static GoalDraft draft(long target, int progress, int age, long income, String place) {
        return new GoalDraft(GoalCategory.CAR, target, progress, age, income, new Word(place));
    }

    @Test
    @Covers({"GOL-7", "GOL-1"})
    void othersSeeAShareFromTheNextDayOn() {
        Actor.Person minji = sharing.openSharer();
        GoalShare share = shares.share(minji, EVERYTHING);

        assertThat(shares.mine(minji)).containsExactly(share);
        assertThat(sharing.seenBy(reader)).isEmpty();
        assertThat(sharing.seenBy(minji)).isEmpty();
        assertRefused("access.not-found", () -> sharing.inspiration.see(reader, share.id()));

        // Midnight, and not a millisecond before.
        town.clock.advance(Duration.ofHours(12).minusMillis(1));
        assertThat(sharing.seenBy(reader)).isEmpty();
        town.clock.advance(Duration.ofMillis(1));
        assertThat(sharing.seenBy(reader)).containsExactly(share);
        assertThat(sharing.inspiration.see(reader, share.id()).share()).isEqualTo(share);
        assertThat(share.id().value().version()).isEqualTo(4);
    }

    @Test
    @Covers("GOL-7")
    void whateverTheOwnerChangesIsSeenFromTheNextDayOn() {
        Actor.Person minji = sharing.openSharer();
        GoalShare share = shares.share(minji, EVERYTHING);
        sharing.nextDay();

        shares.progress(minji, share.id(), 59);
        sharing.tell(minji, share, STORY);
        assertThat(sharing.seenBy(reader)).containsExactly(share);
        sharing.nextDay();
        GoalShare changed = sharing.seenBy(reader).get(0);
        assertThat(changed.face().traits().progress()).isEqualTo(50);
        assertThat(changed.face().story()).isEqualTo(STORY);
        assertThat(changed.sharedOn()).isEqualTo(share.sharedOn());

        shares.unpublish(minji, share.id());
        shares.edit(minji, share.id(), GoalDraft.of(GoalCategory.CAR));
        assertThat(sharing.seenBy(reader)).containsExactly(changed);
        sharing.nextDay();
        assertThat(sharing.seenBy(reader).get(0).face().story()).isNull();
        assertThat(sharing.seenBy(reader).get(0).face().traits())
                .isEqualTo(new GoalTraits(GoalCategory.CAR, null, null, null, null, null));

        shares.withdraw(minji, share.id());
        assertThat(sharing.seenBy(reader)).hasSize(1);
        sharing.nextDay();
        assertThat(sharing.seenBy(reader)).isEmpty();
        assertRefused("access.not-found", () -> sharing.inspiration.see(minji, share.id()));
        shares.showAgain(minji, share.id());
        sharing.nextDay();
        assertThat(sharing.seenBy(reader)).hasSize(1);

        shares.delete(minji, share.id());
        assertThat(sharing.seenBy(reader)).isEmpty();
        assertThat(shares.mine(minji)).isEmpty();
    }

    @Test
    @Covers({"GOL-7", "SEC-6"})
    void whatIsSomebodyElsesIsAsGoodAsNothing() {
        Actor.Person minji = sharing.openSharer();
        Actor.Person jun = sharing.openSharer();
        GoalShare share = shares.share(minji, EVERYTHING);
        sharing.nextDay();
        Preview preview = shares.preview(minji, share.id(), STORY);

        List<Runnable> calls = List.of(
                () -> shares.mine(jun, share.id()),
                () -> shares.edit(jun, share.id(), EVERYTHING),
                () -> shares.progress(jun, share.id(), 10),
                () -> shares.complete(jun, share.id(), null),
                () -> shares.preview(jun, share.id(), STORY),
                () -> shares.publish(jun, share.id(), preview.story(), preview.proof()),
                () -> shares.unpublish(jun, share.id()),
                () -> shares.withdraw(jun, share.id()),
                () -> shares.showAgain(jun, share.id()),
                () -> shares.delete(jun, share.id()),
                () -> shares.mine(town.admin(), share.id()));
        calls.forEach(call -> assertRefused("access.not-found", call::run));
        assertThat(shares.mine(minji)).containsExactly(share);
    }

    @Test
    @Covers({"GOL-4", "GOL-8"})
    void onlyWhatWasPreviewedIsPublished() {
        Actor.Person minji = sharing.openSharer();
        Actor.Person jun = sharing.openSharer();
        GoalShare share = shares.share(minji, EVERYTHING);
        GoalShare other = shares.share(minji, EVERYTHING);
        GoalShare juns = shares.share(jun, EVERYTHING);
        Preview preview = shares.preview(minji, share.id(), STORY);
        assertThat(shares.mine(minji, share.id()).face().story()).isNull();
        assertThat(preview.passages())
                .extracting(Preview.Passage::part)
                .containsExactly(
                        Preview.Part.TITLE,
                        Preview.Part.DESCRIPTION,
                        Preview.Part.STRATEGY,
                        Preview.Part.TIPS,
                        Preview.Part.TAG,
                        Preview.Part.TAG);

        Story slipped = new Story(STORY.title(), STORY.description(), null, STORY.strategy(), STORY.tags());
        Story retagged =
                new Story(STORY.title(), STORY.description(), STORY.strategy(), STORY.tips(), Tags.of("minji"));
        for (Story wrong : List.of(slipped, retagged, Story.of("석 달 생활비 모으기"))) {
            assertRefused("goals.not-previewed", () -> shares.publish(minji, share.id(), wrong, preview.proof()));
        }
        assertRefused("goals.not-previewed", () -> shares.publish(minji, other.id(), preview.story(), preview.proof()));
        assertRefused("goals.not-previewed", () -> shares.publish(jun, juns.id(), preview.story(), preview.proof()));
        assertRefused(
                "goals.not-previewed",
                () -> shares.publish(minji, share.id(), preview.story(), new Secrets.Secret("x").digest()));

        sharing.nextDay();
        assertThat(shares.publish(minji, share.id(), preview.story(), preview.proof())
                        .face()
                        .story())
                .isEqualTo(preview.story());
        sharing.nextDay();
        assertRefused("goals.not-previewed", () -> shares.publish(minji, share.id(), preview.story(), preview.proof()));
    }

    @Test
    @Covers({"PRF-8", "GOL-8"})
    void wordsAreSharedOnlyByThoseWhoWantThat() {
        Actor.Person minji = sharing.openSharer();
        GoalShare share = shares.share(minji, EVERYTHING);
        Preview preview = shares.preview(minji, share.id(), STORY);
        sharing.allow(minji, GoalSharing.PROGRESS);

        assertRefused("goals.stories-are-off", () -> shares.preview(minji, share.id(), STORY));
        assertRefused(
                "goals.stories-are-off", () -> shares.publish(minji, share.id(), preview.story(), preview.proof()));
        sharing.allow(minji, GoalSharing.NOTHING);
        assertRefused("goals.sharing-is-off", () -> shares.edit(minji, share.id(), EVERYTHING));
        assertRefused("goals.sharing-is-off", () -> shares.progress(minji, share.id(), 10));
        assertRefused("goals.sharing-is-off", () -> shares.showAgain(minji, share.id()));
        // Less is always possible.
        shares.withdraw(minji, share.id());
        shares.unpublish(minji, share.id());
        shares.delete(minji, share.id());
    }

    @Test
    @Covers("GOL-4")
    void storiesAndTagsHaveBounds() {
        assertRefused("goals.title-too-long", () -> Story.of("가".repeat(101)));
        assertRefused(
                "goals.text-too-long",
                () -> new Story(Line.of("Title"), null, null, Prose.of("𝄞".repeat(2_001)), Tags.NONE));
        assertRefused("goals.too-many-tags", () -> Tags.of("a", "b", "c", "d", "e", "f"));
        assertRefused("goals.tag-too-long", () -> Tags.of("가".repeat(31)));
        assertThat(Tags.of("Ａ", "a", "A").lines()).containsExactly(Line.of("a"));
        assertThat(Story.of("𝄞".repeat(100)).title().length()).isEqualTo(100);
    }

    @Test
    @Covers("GOL-7")
    void sharingIsBounded() {
        Actor.Person minji = sharing.sharer();
        GoalDraft draft = GoalDraft.of(GoalCategory.DEBT);
        for (int i = 0; i < GoalShares.MOST_A_DAY; i++) {
            shares.share(minji, draft);
        }
        assertRefused("goals.too-many-today", () -> shares.share(minji, draft));
        while (shares.mine(minji).size() < Ownership.PLACES) {
            sharing.nextDay();
            for (int i = 0; i < GoalShares.MOST_A_DAY - 1; i++) {
                shares.share(minji, draft);
            }
            if (shares.mine(minji).size() == 61) {
                sharing.nextDay();
                for (int i = 0; i < 3; i++) {
                    shares.share(minji, draft);
                }
            }
        }
        sharing.nextDay();
        assertRefused("goals.too-many-shares", () -> shares.share(minji, draft));
        shares.delete(minji, shares.mine(minji).get(0).id());
        shares.share(minji, draft);
        assertThat(shares.mine(minji)).hasSize(Ownership.PLACES);
    }

    @Test
    @Covers("GOL-6")
    void onlyTheHostsOwnBooksVerify() {
        List<GoalTerms.Claim> asked = new ArrayList<>();
        Set<Line> books = Set.of(Line.of("plan-17"));
        var ports = MemoryPorts.of(town.clock, new Random(2));
        var somoim = new Somoim(ports, Policies.PRESET.sharing(GoalTerms.PRESET.verifiedBy(claim -> {
            asked.add(claim);
            return claim.reference() != null && books.contains(claim.reference());
        })));
        var minji = new Actor.Person(somoim.accounts()
                .open(HOST, new NewAccount(Email.of("m@example.org"), Community.PASSWORD, Line.of("Minji")))
                .id());
        somoim.profiles().changeSettings(minji, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.PROGRESS));
        GoalShares own = somoim.goalShares();
        GoalShare share = own.share(minji, EVERYTHING);

        GoalShare claimed = own.complete(minji, share.id(), null);
        assertThat(claimed.face().traits().isReached()).isTrue();
        assertThat(claimed.face().verified()).isFalse();
        assertThat(own.complete(minji, share.id(), Line.of("plan-17")).face().verified())
                .isTrue();
        assertThat(asked)
                .containsExactly(
                        new GoalTerms.Claim(minji.id(), GoalCategory.HOME, null, null),
                        new GoalTerms.Claim(minji.id(), GoalCategory.HOME, null, Line.of("plan-17")));
        // Whatever else is said of it has to be verified anew.
        assertThat(own.progress(minji, share.id(), 100).face().verified()).isTrue();
        assertThat(own.progress(minji, share.id(), 99).face().verified()).isFalse();
        assertThat(own.progress(minji, share.id(), 100).face().verified()).isFalse();
        // Nobody verifies unless the host does.
        Actor.Person jun = sharing.openSharer();
        GoalShare juns = shares.share(jun, EVERYTHING);
        assertThat(shares.complete(jun, juns.id(), Line.of("plan-17")).face().verified())
                .isFalse();
    }

    @Test
    @Covers("GOL-9")
    void templatesAreOfferedInTwoLanguagesAndTheHostsOwnFirst() {
        var own = new GoalTemplate(
                new Word("our-own"),
                GoalCategory.GIVING,
                GoalTemplate.Wording.of("우리끼리", "함께", List.of()),
                GoalTemplate.Wording.of("Ours", "Together", List.of()));
        var somoim = new Somoim(
                MemoryPorts.of(town.clock, new Random(3)),
                Policies.PRESET.sharing(GoalTerms.PRESET.offering(List.of(own))));

        assertThat(somoim.goalShares().templates(Actor.visitor()))
                .startsWith(own)
                .endsWith(GoalTemplate.PRESET.toArray(GoalTemplate[]::new));
        assertThat(GoalTemplate.PRESET).extracting(GoalTemplate::id).doesNotHaveDuplicates();
        assertThat(GoalTemplate.PRESET).allSatisfy(template -> {
            assertThat(template.korean().title().value()).matches(".*\\p{IsHangul}.*");
            assertThat(template.english().title().value()).matches("[\\p{ASCII}]+");
            assertThat(Story.of(template.korean().title().value()).title().length())
                    .isPositive();
        });
    }

    @Test
    @Covers({"DAT-5", "ACC-8"})
    void whoeverLeavesTakesTheirSharesAlongUnlessTheyLetThemStay() {
        Actor.Person minji = sharing.openSharer();
        Actor.Person jun = sharing.openSharer();
        GoalShare minjis = shares.share(minji, EVERYTHING);
        GoalShare juns = shares.share(jun, EVERYTHING);
        sharing.nextDay();
        sharing.inspiration.cheer(minji, juns.id(), Cheer.INSPIRED);
        sharing.nextDay();
        town.somoim.tick();
        assertThat(sharing.inspiration.see(reader, juns.id()).share().inspirations())
                .isOne();

        town.somoim.personalData().erase(HOST, minji.id(), Wish.REMOVE, Map.of());
        assertThat(sharing.seenBy(reader)).extracting(GoalShare::id).containsExactly(juns.id());
        // What she gave goes with everything else, and is not seen to go before the turn of the day.
        assertThat(sharing.inspiration.see(reader, juns.id()).share().inspirations())
                .isOne();
        sharing.nextDay();
        town.somoim.tick();
        assertThat(sharing.inspiration.see(reader, juns.id()).share().inspirations())
                .isZero();
        assertThat(town.ports.goalShares().latest(minjis.id())).isEmpty();

        town.somoim.personalData().erase(HOST, jun.id(), Wish.REMOVE, Map.of(new Word("goal-share-owners"), Wish.KEEP));
        assertThat(sharing.seenBy(reader)).extracting(GoalShare::id).containsExactly(juns.id());
        assertThat(town.ports.goalShares().owner(juns.id())).isEmpty();
    }

    @Test
    @Covers("DAT-5")
    void peopleAreGivenWhatTheyShare() {
        Actor.Person minji = sharing.openSharer();
        GoalShare share = shares.share(minji, EVERYTHING);
        sharing.tell(minji, share, STORY);
        GoalShare juns = shares.share(sharing.openSharer(), EVERYTHING);
        sharing.nextDay();
        sharing.inspiration.cheer(minji, juns.id(), Cheer.LIKE);

        List<Excerpt> told = new ArrayList<>();
        town.somoim.personalData().export(minji).tell((capability, excerpt) -> {
            if (capability.equals(new Word("goals"))) {
                told.add(excerpt);
            }
        });
        assertThat(told).hasSize(3);
        assertThat(told.toString())
                .contains(
                        share.id().toString(),
                        "석 달 생활비 모으기",
                        "200000000 to less than 500000000",
                        juns.id().toString());
    }
}
