package org.somoim.sqlite.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShares;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.sqlite.OpenDatabase;

/** Many who cheer at once, each more than once, while the day turns. */
@Covers({"GOL-5", "TST-3"})
class CheeringRaceTest {
    private static final int PEOPLE = 24;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private static Actor.Person sharer(Community town) {
        Actor.Person person = town.person();
        town.somoim.profiles().changeSettings(person, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.CATEGORY));
        return person;
    }

    private static void all(List<Callable<Object>> calls, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Object> done : executor.invokeAll(calls)) {
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void everyoneIsCountedOnce() throws Exception {
        Community town = database.community();
        Actor.Person minji = sharer(town);
        GoalShare share = town.somoim.goalShares().share(minji, GoalDraft.of(GoalCategory.TRAVEL));
        town.clock.advance(Duration.ofDays(1));
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Actor.Person person = town.person();
            for (Cheer cheer : List.of(Cheer.INSPIRED, Cheer.LIKE, Cheer.INSPIRED, Cheer.LIKE)) {
                calls.add(() -> {
                    town.somoim.inspiration().cheer(person, share.id(), cheer);
                    return cheer;
                });
            }
            calls.add(() -> town.somoim.inspiration().turn(Actor.host("race")));
        }
        all(calls, 2);

        town.clock.advance(Duration.ofDays(1));
        town.somoim.tick();
        GoalShare seen = town.somoim.inspiration().see(minji, share.id()).share();
        assertThat(seen.inspirations()).isEqualTo(PEOPLE);
        assertThat(seen.likes()).isEqualTo(PEOPLE);
    }

    @Test
    void nobodySharesMoreInADayThanOneMay() throws Exception {
        Community town = database.community();
        Actor.Person minji = sharer(town);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < GoalShares.MOST_A_DAY * 3; i++) {
            calls.add(() -> {
                try {
                    return town.somoim.goalShares().share(minji, GoalDraft.of(GoalCategory.CAR));
                } catch (Refusal tooMany) {
                    return tooMany;
                }
            });
        }
        all(calls, 2);

        assertThat(town.somoim.goalShares().mine(minji)).hasSize(GoalShares.MOST_A_DAY);
    }
}
