package org.somoim.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.memory.Community;

/**
 * Whatever people and thieves do with refresh tokens, in any order: a session has one good token at most, a token works
 * once, using one twice ends its session, making one up ends nothing, and what has ended or expired stays so and lets nobody
 * in.
 */
class SessionsPropertiesTest {
    private final Community town = new Community();
    private final Sessions sessions = town.somoim.sessions();
    private final Secrets secrets = new Secrets(new Random(7));

    enum Move {
        OPEN,
        REFRESH_NEWEST,
        REPLAY_SOME,
        MAKE_UP,
        END_SOME,
        END_ALL,
        CHANGE_PASSWORD,
        WAIT,
        LET_EXPIRE
    }

    @Property(tries = 150)
    @Covers("ACC-6")
    void aFamilyOfTokensHasOneHeirAtMost(
            @ForAll @Size(max = 40) List<Move> moves, @ForAll @IntRange(max = 1_000) int seed) {
        Actor.Person minji = town.person();
        Password password = Community.PASSWORD;
        List<Sessions.Opened> tokens = new ArrayList<>();
        Set<RefreshToken> spent = new HashSet<>();
        Set<Id<Session>> ended = new HashSet<>();

        for (int i = 0; i < moves.size(); i++) {
            int some = Math.floorMod(seed * 31 + i * 17, Math.max(1, tokens.size()));
            switch (moves.get(i)) {
                case OPEN -> tokens.add(sessions.open(minji, null));
                case REFRESH_NEWEST -> {
                    if (!tokens.isEmpty()) {
                        use(tokens.get(tokens.size() - 1), tokens, spent, ended);
                    }
                }
                case REPLAY_SOME -> {
                    if (!tokens.isEmpty()) {
                        use(tokens.get(some), tokens, spent, ended);
                    }
                }
                case MAKE_UP -> {
                    if (!tokens.isEmpty()) {
                        var madeUp = RefreshToken.of(tokens.get(some).session().id(), secrets.next(), secrets.next());
                        assertThat(succeeds(() -> sessions.refresh(Actor.visitor(), madeUp)))
                                .isFalse();
                    }
                }
                case END_SOME -> {
                    if (!tokens.isEmpty()) {
                        Id<Session> id = tokens.get(some).session().id();
                        boolean isThere = !ended.contains(id);
                        assertThat(succeeds(() -> sessions.end(minji, id))).isEqualTo(isThere);
                        ended.add(id);
                    }
                }
                case END_ALL -> {
                    sessions.endAll(minji);
                    tokens.forEach(token -> ended.add(token.session().id()));
                }
                case CHANGE_PASSWORD -> {
                    Password next = Password.of("another long one " + i + " " + seed);
                    town.somoim.passwords().change(minji, password, next);
                    password = next;
                    tokens.forEach(token -> ended.add(token.session().id()));
                }
                case WAIT -> town.clock.advance(Duration.ofMinutes(5));
                case LET_EXPIRE -> {
                    town.clock.advance(Sessions.Terms.PRESET.idle());
                    town.somoim.tick();
                    tokens.forEach(token -> ended.add(token.session().id()));
                }
            }
            Set<Id<Session>> open = new HashSet<>();
            tokens.forEach(token -> open.add(token.session().id()));
            open.removeAll(ended);
            assertThat(sessions.list(minji)).extracting(Session::id).containsExactlyInAnyOrderElementsOf(open);
            for (Id<Session> id : ended) {
                assertThat(sessions.actor(new AccessTokens.Holder(minji.id(), id)))
                        .isEmpty();
            }
        }
    }

    private void use(
            Sessions.Opened token, List<Sessions.Opened> tokens, Set<RefreshToken> spent, Set<Id<Session>> ended) {
        Id<Session> id = token.session().id();
        boolean isGood = !spent.contains(token.refreshToken()) && !ended.contains(id);
        boolean worked = succeeds(() -> tokens.add(sessions.refresh(Actor.visitor(), token.refreshToken())));
        assertThat(worked).isEqualTo(isGood);
        if (worked) {
            spent.add(token.refreshToken());
        } else {
            ended.add(id);
        }
    }

    private static boolean succeeds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
