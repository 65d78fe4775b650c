package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

class ConditionalCallTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");

    private final WishRoutes wishes = new WishRoutes();
    private final Client sumi = Client.of(wishes.clock, wishes.memory, wishes).as(SUMI);
    private final String wish = "/wishes/" + made("snow");

    private String made(String title) {
        return sumi.post("/wish/create", "{'wish_text': '" + title + "'}")
                .ok(201)
                .at("/id");
    }

    @Test
    @Covers("PER-11")
    void whatHasNotChangedIsNotSentAgain() {
        Reply first = sumi.get(wish).ok();
        String tag = first.header("ETag").orElseThrow();
        assertThat(first.header("Cache-Control")).contains("private, no-cache");

        Reply again =
                sumi.with("If-None-Match", "\"other\", W/" + tag).get(wish).ok(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).contains(tag);
        assertThat(again.header("Content-Type")).isEmpty();

        sumi.patch(wish, "{'title': 'rain'}").ok();
        assertThat(sumi.with("If-None-Match", tag).get(wish).ok().at("/title")).isEqualTo("rain");
    }

    @Test
    void aChangeToWhatOneHasNotSeenIsRefused() {
        String tag = sumi.get(wish).header("ETag").orElseThrow();
        sumi.with("If-Match", tag).patch(wish, "{'title': 'rain'}").ok();

        sumi.with("If-Match", tag).patch(wish, "{'title': 'sun'}").refused(412, "http.changed-meanwhile");
        sumi.with("If-Match", tag).delete(wish).refused(412, "http.changed-meanwhile");
        assertThat(sumi.get(wish).at("/title")).isEqualTo("rain");
        sumi.with("If-Match", "*").delete(wish).ok(204);
        sumi.with("If-Match", "*").delete(wish).refused(404, "access.not-found");
    }

    @Test
    void aConditionThatCannotBeCheckedIsRefused() {
        sumi.with("If-Match", "\"x\"")
                .post("/wish/create", "{'wish_text': 'x'}")
                .refused(400, "http.no-etag-here");
        sumi.with("If-None-Match", "*").patch(wish, "{}").refused(400, "http.no-etag-here");
    }

    @Test
    void ofManyWhoChangeTheSameStateOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                String tag = sumi.get(wish).header("ETag").orElseThrow();
                List<Callable<Integer>> calls = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String title = "round " + round + " by " + i;
                    calls.add(() -> sumi.with("If-Match", tag)
                            .patch(wish, "{'title': '" + title + "'}")
                            .status());
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> future : threads.invokeAll(calls)) {
                    statuses.add(future.get());
                }
                assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void headIsGetWithoutTheBody() {
        Reply get = sumi.get(wish).ok();
        Reply head = sumi.call("HEAD", wish, null).ok();
        assertThat(head.text()).isEmpty();
        assertThat(head.answer().headers()).isEqualTo(get.answer().headers());
        assertThat(sumi.call("HEAD", "/wishes/1", null).ok(404).text()).isEmpty();
    }

    @Test
    void linksLeadThroughAListKeepingTheQuestion() {
        Set<String> expected = new TreeSet<>(Set.of("snow"));
        for (int i = 0; i < 6; i++) {
            made("wish " + i);
            expected.add("wish " + i);
        }
        Set<String> seen = new TreeSet<>();
        String page = "/wishes?limit=3&size=SMALL&title=a+%26%20b";
        int pages = 0;
        while (page != null) {
            Reply reply = sumi.get(page).ok();
            reply.json().forEach(node -> assertThat(seen.add(node.path("title").textValue()))
                    .isTrue());
            page = reply.next().orElse(null);
            pages++;
            assertThat(page == null || page.contains("size=SMALL")).isTrue();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).isEqualTo(expected);
    }
}
