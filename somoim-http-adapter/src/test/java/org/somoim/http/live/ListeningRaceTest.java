package org.somoim.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.chat.Entry;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;

/** With real threads: two that talk, two that read for those who listen. */
@Covers("CHT-5")
class ListeningRaceTest {
    /** Less in all than what a listener may be behind. */
    private static final int EACH = 90;

    @Test
    void everythingIsNumberedWithoutGapsAndToldOnceAndInOrder() throws Exception {
        var hall = new Hall();
        List<Actor.Person> talkers = List.of(hall.town.memberOf(hall.group), hall.town.memberOf(hall.group));
        ExecutorService readers = Executors.newFixedThreadPool(2);
        ExecutorService writers = Executors.newFixedThreadPool(2);
        var hub = hall.hub(readers);
        List<Ear> ears = new ArrayList<>();
        List<CountDownLatch> all = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Actor.Person listener = hall.town.memberOf(hall.group);
                var ear = new Counting();
                ears.add(ear.ear);
                all.add(ear.told);
                hub.open(
                        listener.id(),
                        () -> true,
                        hall.feed(
                                "/groups/{group}/chat",
                                listener,
                                Map.of("group", hall.group.id().toString()),
                                Map.of("after", "0")),
                        ear);
            }
            List<Callable<Boolean>> tasks = new ArrayList<>();
            talkers.forEach(talker -> tasks.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    hall.somoim.chat().send(talker, hall.in, Prose.of("" + i));
                    hall.somoim.deliver();
                }
                return true;
            }));
            for (Future<Boolean> done : writers.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
            for (CountDownLatch told : all) {
                assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            writers.shutdownNow();
            readers.shutdown();
            readers.awaitTermination(10, TimeUnit.SECONDS);
        }
        List<Long> numbers = LongStream.rangeClosed(1, 2 * EACH).boxed().toList();
        assertThat(ears).allSatisfy(ear -> assertThat(ear.messages())
                .extracting(message -> message.path("number").asLong())
                .containsExactlyElementsOf(numbers));
        assertThat(history(hall, talkers.get(0))).containsExactlyElementsOf(numbers);
    }

    private static List<Long> history(Hall hall, Actor.Person reader) {
        List<Long> numbers = new ArrayList<>();
        Page.Ask ask = Page.Ask.first(50);
        while (ask != null) {
            Page<Entry> page = hall.somoim.chat().history(reader, hall.in, ask);
            page.items().forEach(entry -> numbers.add(0, entry.number()));
            ask = page.next() == null ? null : new Page.Ask(page.next(), 50);
        }
        return numbers;
    }

    /** An ear that knows when it has heard everything. */
    private static final class Counting implements Outlet {
        final Ear ear = new Ear();
        final CountDownLatch told = new CountDownLatch(2 * EACH);

        @Override
        public void send(Frame frame, Consumer<Boolean> done) {
            int before = ear.messages().size();
            ear.send(frame, gone -> {});
            IntStream.range(before, ear.messages().size()).forEach(i -> told.countDown());
            done.accept(true);
        }

        @Override
        public void ping() {
            ear.ping();
        }

        @Override
        public void close(Closing why) {
            ear.close(why);
        }

        @Override
        public void cut() {
            ear.cut();
        }
    }
}
