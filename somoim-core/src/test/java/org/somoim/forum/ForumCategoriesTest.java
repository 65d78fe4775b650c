package org.somoim.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.forum.Agora.HOST;
import static org.somoim.memory.Refused.assertRefused;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

@Covers("FRM-1")
class ForumCategoriesTest {
    private final Agora agora = new Agora();

    @Test
    void aCategoryIsWhatItWasMadeAs() {
        Category parent = agora.category();
        Category made = agora.category(parent.id(), ForumType.QUESTIONS, true, ExperienceLevel.CONTRIBUTOR);

        ShownCategory shown = agora.categories.get(agora.siteModerator(), made.id());

        assertThat(shown.category()).isEqualTo(made);
        assertThat(made.parentId()).isEqualTo(parent.id());
        assertThat(made.moderated()).isTrue();
        assertThat(made.type()).isEqualTo(ForumType.QUESTIONS);
    }

    @Test
    void onlyThoseWhoRunTheCommunityBuildTheTree() {
        Category category = agora.category();
        Actor.Person moderator = agora.moderatorOf(category);
        CategoryDraft draft = CategoryDraft.open(Line.of("새 방"), ForumType.DISCUSSION);

        for (Actor actor : new Actor[] {moderator, agora.siteModerator()}) {
            assertRefused("access.not-allowed", () -> agora.categories.make(actor, null, draft));
            assertRefused("access.not-allowed", () -> agora.categories.change(actor, category.id(), now -> draft));
            assertRefused("access.not-allowed", () -> agora.categories.move(actor, category.id(), null));
            assertRefused("access.not-allowed", () -> agora.categories.remove(actor, category.id()));
            assertRefused("access.not-allowed", () -> agora.categories.appoint(actor, category.id(), moderator.id()));
            assertRefused("access.not-allowed", () -> agora.categories.dismiss(actor, category.id(), moderator.id()));
        }
    }

    @Test
    void aCategoryDoesNotStandInItselfNorBelowItself() {
        Category top = agora.category();
        Category middle = agora.under(top);
        Category low = agora.under(middle);

        assertRefused("forum.circle", () -> agora.categories.move(HOST, top.id(), top.id()));
        assertRefused("forum.circle", () -> agora.categories.move(HOST, top.id(), low.id()));
        assertThat(agora.categories.move(HOST, low.id(), top.id()).parentId()).isEqualTo(top.id());
        assertThat(agora.categories.move(HOST, low.id(), null).parentId()).isNull();
    }

    @Test
    void categoriesStandInOneAnotherFiveDeepAtMost() {
        Category at = agora.category();
        for (int level = 2; level <= Category.MOST_LEVELS; level++) {
            at = agora.under(at);
        }
        Category lowest = at;

        assertRefused("forum.too-deep", () -> agora.under(lowest));
        Category pair = agora.category();
        agora.under(pair);
        assertRefused("forum.too-deep", () -> agora.categories.move(HOST, pair.id(), lowest.parentId()));
    }

    @Test
    void whereSomethingStandsCannotBeRemoved() {
        Category parent = agora.category();
        Category child = agora.under(parent);
        agora.topic(agora.town.person(), child);

        assertRefused("forum.not-empty", () -> agora.categories.remove(HOST, parent.id()));
        assertRefused("forum.not-empty", () -> agora.categories.remove(HOST, child.id()));
        Category empty = agora.category();
        agora.categories.remove(HOST, empty.id());
        assertRefused("access.not-found", () -> agora.categories.get(agora.town.person(), empty.id()));
    }

    @Test
    void whoLooksAfterACategoryLooksAfterAllBelowIt() {
        Category parent = agora.category();
        Category child = agora.under(parent);
        Category beside = agora.category();
        Actor.Person moderator = agora.moderatorOf(parent);

        assertThat(agora.categories.get(moderator, child.id()).isMine()).isTrue();
        assertThat(agora.categories.get(moderator, beside.id()).isMine()).isFalse();
        agora.categories.dismiss(HOST, parent.id(), moderator.id());
        assertThat(agora.categories.get(moderator, child.id()).isMine()).isFalse();
    }

    @Test
    void aLevelAskedForAboveIsAskedForBelow() {
        Category parent = agora.forLevel(ExperienceLevel.EXPERIENCED);
        Category child = agora.under(parent);
        Actor.Person newcomer = agora.town.person();

        assertRefused("access.not-found", () -> agora.categories.get(newcomer, child.id()));
        assertThat(agora.categories.all(newcomer)).isEmpty();
        assertThat(agora.categories.all(agora.ofLevel(ExperienceLevel.EXPERT))).hasSize(2);
    }

    @Test
    void whoModeratesIsShownButNotToThoseTheyAreApartFrom() {
        Category category = agora.category();
        Actor.Person moderator = agora.moderatorOf(category);
        Actor.Person reader = agora.town.person();

        assertThat(agora.categories.get(reader, category.id()).moderators()).containsExactly(moderator.id());
        agora.block(moderator, reader);
        assertThat(agora.categories.get(reader, category.id()).moderators()).isEmpty();
    }

    @Test
    void nobodyIsAppointedWhoIsNotThere() {
        Category category = agora.category();
        Actor.Person gone = agora.town.person();
        agora.somoim.accounts().suspend(HOST, gone.id());

        assertRefused("access.not-found", () -> agora.categories.appoint(HOST, category.id(), gone.id()));
    }
}
