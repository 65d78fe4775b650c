package org.somoim.http.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Policies;
import org.somoim.access.SiteRole;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.moderation.Detector;
import org.somoim.moderation.TextWatch;
import org.somoim.personaldata.Altered;

/** A text from being posted to being decided, as those see it who call. */
@Covers({"MOD-7", "MOD-11", "TST-8"})
class MachinesOverHttpTest {
    private static final Word MODERATION = new Word("moderation");
    private static final String SPAM =
            "{'body': 'URGENT! You have won a 1 week FREE membership in our prize draw! Txt CLAIM to 81010 now, www.dbuk.net'}";

    /** Notes which thread asks a detector. */
    private static final class Asked implements Metrics {
        private final CountDownLatch first = new CountDownLatch(1);
        private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void count(Series counter, long times) {
            if (counter.metric() == Metric.LOOKS) {
                threads.add(Thread.currentThread());
                first.countDown();
            }
        }

        @Override
        public void time(Series timer, Duration took) {}

        @Override
        public long ticks() {
            return 0;
        }
    }

    private Community town(List<? extends Detector> detectors) {
        return new Community(clock -> MemoryPorts.of(clock, new Random(1)), Policies.PRESET, detectors);
    }

    private static Client client(Community town) {
        return Client.of(Api.of(town.somoim, new PlainTokens(), List.of(), RateLimiter.none(), town.clock));
    }

    /** Whoever is at it: what was heard is marked as heard in one change with what came of it. */
    private static void letThemLook(Community town) {
        FactLog facts = town.ports.facts();
        while (!facts.after(facts.progress(MODERATION).position(), 1).isEmpty()) {
            town.somoim.deliver();
        }
    }

    @Test
    void whatIsTakenForSpamIsHeldExplainedAndPublishedOnceAPersonSaysSo() {
        Community town = town(TextWatch.builtIn());
        Client visitor = client(town);
        Actor.Person author = town.person();
        Group group = town.openGroup(author);
        Client asAuthor = visitor.as(author.id());
        Client asMember = visitor.as(town.memberOf(group).id());
        Actor.Person moderator = town.person("Moderator");
        town.somoim.accounts().appoint(Actor.host("test"), moderator.id(), SiteRole.MODERATOR);
        Client asModerator = visitor.as(moderator.id());

        String post =
                asAuthor.post("/groups/" + group.id() + "/posts", SPAM).ok(201).at("/id");
        letThemLook(town);
        asMember.get("/posts/" + post).refused(404, "access.not-found");
        asAuthor.get("/posts/" + post).ok();
        Reply statements = asAuthor.get("/me/statements").ok();
        assertThat(statements.text()).contains("HOLD", "automatic check").doesNotContain("claim", "ngrams", "txt");
        String statement = statements.at("/0/id");
        asMember.get("/statements/" + statement).refused(404, "access.not-found");

        Reply taken = asModerator.post("/cases/next/claim").ok();
        String file = "/cases/" + taken.at("/0/id");
        asAuthor.get(file).refused(403, "access.not-allowed");
        asMember.get(file).refused(403, "access.not-allowed");
        asAuthor.post("/statements/" + statement + "/appeal", "{'words': '그냥 농담이었어요'}")
                .ok(201);
        asModerator
                .post(file + "/dismiss", "{'version': %s}".formatted(taken.at("/0/version")))
                .ok();
        asMember.get("/posts/" + post).ok();
        assertThat(asModerator.get(file).ok().text()).contains("ngrams");

        String other =
                asAuthor.post("/groups/" + group.id() + "/posts", SPAM).ok(201).at("/id");
        letThemLook(town);
        Reply again = asModerator.post("/cases/next/claim").ok();
        asModerator
                .post(
                        "/cases/" + again.at("/0/id") + "/decide",
                        "{'version': %s, 'kind': 'REMOVE', 'ground': 'SPAM', 'rule': 'No spam', 'facts': 'It is spam.'}"
                                .formatted(again.at("/0/version")))
                .ok();
        asAuthor.get("/posts/" + other).refused(404, "access.not-found");
    }

    @Test
    void nobodyWhoPostsWaitsForADetector() throws Exception {
        var asked = new Asked();
        var town = new Community(
                clock -> Altered.with(MemoryPorts.of(clock, new Random(1)), "metrics", asked),
                Policies.PRESET,
                TextWatch.builtIn());
        Actor.Person author = town.person();
        Group group = town.openGroup(author);
        Client asAuthor = client(town).as(author.id());
        for (int i = 0; i < 3; i++) {
            asAuthor.post("/groups/" + group.id() + "/posts", "{'body': 'Hello'}")
                    .ok(201);
        }
        assertThat(asked.first.await(1, TimeUnit.MINUTES)).isTrue();
        town.somoim.close();
        assertThat(asked.threads).doesNotContain(Thread.currentThread());
    }
}
