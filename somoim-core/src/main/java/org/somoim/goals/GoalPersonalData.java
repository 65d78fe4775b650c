package org.somoim.goals;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.moderation.Unnamed;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.privacy.redaction.AmountRange;

/**
 * Plug. Answers for goals that people share and for their cheers. A person's shares are found by their pseudonyms. Whoever
 * leaves may let them stay: then nobody owns them, and nothing leads back, not even with the key. To whoever watches,
 * shares that go together with an account say whose they were.
 */
public final class GoalPersonalData implements PersonalDataSource {
    private static final String OWNERS = "goal-share-owners";
    private static final int PAGE = 200;

    static final Inventory KEPT = Inventory.of("goals")
            .table("goal-shares", Purpose.CONVERSATION)
            .plain("id", "shared-on", "likes-count", "inspiration-votes", "count-on")
            .table("goal-share-faces", Purpose.CONVERSATION)
            .plain(
                    "share-id",
                    "since",
                    "until",
                    "withdrawn",
                    "goal-category",
                    "target-low",
                    "target-high",
                    "current-progress-percentage",
                    "user-age-group",
                    "income-low",
                    "income-high",
                    "user-location-region",
                    "goal-title",
                    "goal-description",
                    "strategy-description",
                    "tips-and-lessons",
                    "is-verified-completion")
            .table("goal-tags", Purpose.CONVERSATION)
            .plain("share-id", "since", "place", "tag")
            .table(OWNERS, Purpose.CONVERSATION)
            .person("veiled", OnErasure.CHOSEN)
            .about("veiled", "pseudonym", "share-id")
            .table("goal-votes", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "share-id", "cheer")
            .done();

    private final GoalShareStore store;
    private final Ownership ownership;
    private final Unnamed unnamed;

    public GoalPersonalData(GoalShareStore store, Pseudonyms pseudonyms, Unnamed unnamed) {
        this.store = store;
        this.unnamed = unnamed;
        this.ownership = new Ownership(store, pseudonyms);
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.latest(ownership.of(person)).forEach(share -> {
            to.accept(Excerpt.of(OWNERS).id("share-id", share.id()).done());
            to.accept(excerpt(share));
        });
        GoalShareStore.@Nullable Given after = null;
        List<GoalShareStore.Given> batch;
        do {
            batch = store.given(person, after, PAGE);
            for (GoalShareStore.Given given : batch) {
                to.accept(Excerpt.of("goal-votes")
                        .id("share-id", given.shareId())
                        .text("cheer", given.cheer())
                        .done());
                after = given;
            }
        } while (batch.size() == PAGE);
    }

    private static Excerpt excerpt(GoalShare share) {
        GoalFace face = share.face();
        GoalTraits traits = face.traits();
        Story story = face.story();
        Excerpt.Builder excerpt = Excerpt.of("goal-shares")
                .id("id", share.id())
                .time("shared-on", share.sharedOn())
                .truth("withdrawn", face.withdrawn())
                .text("goal-category", traits.category())
                .text("target-amount-range", written(traits.target()))
                .text("user-age-group", traits.age())
                .text("user-income-range", written(traits.income()))
                .text("user-location-region", traits.area())
                .truth("is-verified-completion", face.verified())
                .number("likes-count", share.likes())
                .number("inspiration-votes", share.inspirations());
        if (traits.progress() != null) {
            excerpt.number("current-progress-percentage", traits.progress());
        }
        if (story != null) {
            excerpt.text("goal-title", story.title())
                    .text("goal-description", story.description())
                    .text("strategy-description", story.strategy())
                    .text("tips-and-lessons", story.tips())
                    .texts(
                            "tags",
                            story.tags().lines().stream().map(Line::value).toList());
        }
        return excerpt.done();
    }

    private static @Nullable String written(@Nullable AmountRange range) {
        return range == null ? null : range.low() + " to less than " + range.high();
    }

    /** What was given is counted anew at the next turn of a day, like every other change. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Id<User> person = leaving.person();
        List<Id<GoalShare>> own = ownership.of(person);
        own.forEach(share -> {
            if (leaving.keeps(OWNERS)) {
                store.disown(share);
                unnamed.forgetObjections(share);
            } else {
                store.remove(share);
                unnamed.forget(share);
            }
        });
        List<GoalShareStore.Given> given = store.given(person, (GoalShareStore.Given) null, most);
        given.forEach(one -> {
            store.takeBack(one.shareId(), person, one.cheer());
            store.countOn(one.shareId(), Days.tomorrow(tx.now()));
        });
        return own.size() + given.size();
    }
}
