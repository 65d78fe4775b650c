package org.somoim.examples;

import java.util.List;
import java.util.Map;
import org.somoim.Somoim;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShares;
import org.somoim.goals.Preview;
import org.somoim.goals.ShownGoal;
import org.somoim.goals.Story;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;

/** The examples of the document about shared goals. */
final class SharingGoals {
    private SharingGoals() {}

    static GoalShare share(Somoim somoim, Actor minji) {
        // tag::share
        somoim.profiles()
                .changeSettings(
                        minji,
                        Map.of(
                                PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY,
                                PrivacySetting.SHARE_GOAL_AMOUNTS, Consent.YES));
        GoalShare share = somoim.goalShares()
                .share(minji, new GoalDraft(GoalCategory.HOME, 350_000_000L, 47, 34, null, new Word("incheon")));
        // 200 to 500 million won, 40 percent; neither her age nor where she lives.
        // end::share
        return share;
    }

    static GoalShare tell(Somoim somoim, Actor minji, GoalShare share, Story story) {
        // tag::tell
        GoalShares shares = somoim.goalShares();
        Preview preview = shares.preview(minji, share.id(), story);
        // Show her preview.passages(): every change is marked. Then, if she wants:
        GoalShare told = shares.publish(minji, share.id(), preview.story(), preview.proof());
        // end::tell
        return told;
    }

    static List<ShownGoal> beInspired(Somoim somoim, Actor jun) {
        // tag::inspired
        Page<ShownGoal> page = somoim.inspiration().list(jun, GoalFilter.of(GoalCategory.HOME), Page.Ask.first());
        for (ShownGoal shown : page.items()) {
            somoim.inspiration().cheer(jun, shown.share().id(), Cheer.INSPIRED);
        }
        // end::inspired
        return page.items();
    }
}
