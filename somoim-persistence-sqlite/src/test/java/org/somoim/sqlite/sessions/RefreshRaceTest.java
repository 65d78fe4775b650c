package org.somoim.sqlite.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.sessions.Sessions;
import org.somoim.sqlite.OpenDatabase;

/** Many who use one refresh token at once. */
class RefreshRaceTest {
    private static final int USES = 50;
    private static final int THREADS = 8;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    @Covers({"ACC-6", "TST-3"})
    void ofFiftyUsesOfOneTokenOneSucceedsAndTheSessionIsOver() throws Exception {
        Community town = database.community();
        Sessions sessions = town.somoim.sessions();
        Actor.Person minji = town.person();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 5; round++) {
                var token = sessions.open(minji, null).refreshToken();
                Callable<Sessions.Opened> use = () -> sessions.refresh(Actor.visitor(), token);
                int succeeded = 0;
                for (Future<Sessions.Opened> attempt : threads.invokeAll(Collections.nCopies(USES, use))) {
                    try {
                        attempt.get();
                        succeeded++;
                    } catch (ExecutionException refused) {
                        assertThat(refused).hasCauseInstanceOf(Refusal.class);
                    }
                }
                assertThat(succeeded).isOne();
                assertThat(sessions.list(minji)).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
