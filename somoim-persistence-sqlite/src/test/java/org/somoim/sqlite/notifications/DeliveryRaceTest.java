package org.somoim.sqlite.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.notifications.Notification;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.sqlite.OpenDatabase;

/** Several threads deliver the same facts while another makes more of them. */
class DeliveryRaceTest {
    private static final int ROUNDS = 100;
    private static final int POSTMEN = 3;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Test
    @Covers({"NTF-2", "TST-3", "DAT-9"})
    void everyCommentIsCountedOnceWhoeverDeliversIt() throws Exception {
        Community town = database.community();
        Actor.Person author = town.person();
        Group group = town.openGroup(author);
        Actor.Person reader = town.memberOf(group);
        Post post = town.somoim.posts().write(author, group.id(), Draft.of(Prose.of("hello")));
        ExecutorService threads = Executors.newFixedThreadPool(POSTMEN + 1);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            work.add(() -> {
                for (int i = 0; i < ROUNDS; i++) {
                    town.somoim.comments().write(reader, post.id(), Prose.of("hi"));
                }
                return ROUNDS;
            });
            for (int i = 0; i < POSTMEN; i++) {
                work.add(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        assertThat(town.somoim.deliver().failed()).isZero();
                    }
                    return ROUNDS;
                });
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        town.somoim.deliver();

        assertThat(town.somoim
                        .notifications()
                        .list(author, Page.Ask.first(), false)
                        .items())
                .filteredOn(told -> told.thread().equals(post.id()))
                .singleElement()
                .extracting(Notification::count)
                .isEqualTo(ROUNDS);
    }
}
