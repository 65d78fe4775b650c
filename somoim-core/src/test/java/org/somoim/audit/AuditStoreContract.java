package org.somoim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.audit.AuditSource.Act;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;

/** What every store of the audit log does. */
@Covers("FUT-14")
public interface AuditStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Id<User> MINJI = new Id<>(new UUID(1, 1));
    Id<User> JUN = new Id<>(new UUID(2, 2));
    Id<?> HIKERS = new Id<>(new UUID(3, 3));

    AuditStore store();

    Transactor transactor();

    /** One after the other, each a second later. */
    private List<Entry> added(Act... acts) {
        var added = new ArrayList<Entry>();
        transactor().run(() -> Arrays.stream(acts).forEach(act -> {
            Head last = store().last().orElse(Head.EMPTY);
            Entry entry = Entry.following(last, NOON.plusSeconds(last.entries()), act);
            store().add(entry);
            added.add(entry);
        }));
        return added;
    }

    private static Act banned(Id<User> by, Id<User> about) {
        return new Act(Who.person(by), Deed.MEMBER_BANNED, about, HIKERS);
    }

    private static Act rotated() {
        return new Act(Who.HOST, Deed.KEYS_ROTATED, null, null);
    }

    @Test
    default void aLogBeginsEmpty() {
        assertThat(store().last()).isEmpty();
        assertThat(store().head()).isEmpty();
        assertThat(store().links(Long.MIN_VALUE, 10)).isEmpty();
        assertThat(store().before(Long.MAX_VALUE, AuditFilter.ALL, 10)).isEmpty();
        assertThat(store().of(MINJI, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void entriesComeBackAsTheyWereNewestFirst() {
        List<Entry> added =
                added(rotated(), banned(MINJI, JUN), new Act(Who.UNKNOWN, Deed.TOKEN_REUSED, JUN, null), rotated());

        assertThat(store().before(Long.MAX_VALUE, AuditFilter.ALL, 10))
                .containsExactly(added.get(3), added.get(2), added.get(1), added.get(0));
        assertThat(store().before(4, AuditFilter.ALL, 2)).containsExactly(added.get(2), added.get(1));
        assertThat(store().last()).contains(new Head(4, added.get(3).hash()));
    }

    @Test
    default void everyDeedAndEveryKindOfActorCanBeKept() {
        Act[] acts = Stream.concat(
                        Arrays.stream(Deed.values()).map(deed -> new Act(Who.HOST, deed, null, null)),
                        Stream.of(Who.UNKNOWN, Who.person(JUN)).map(who -> new Act(who, Deed.BAN_LIFTED, null, null)))
                .toArray(Act[]::new);
        added(acts);

        assertThat(store().before(Long.MAX_VALUE, AuditFilter.ALL, 100)).hasSize(acts.length);
    }

    @Test
    default void linksAreTheSameEntriesByteForByteOldestFirst() {
        List<Entry> added = added(banned(MINJI, JUN), rotated(), banned(JUN, MINJI));

        assertThat(store().links(1, 10))
                .usingRecursiveComparison()
                .isEqualTo(List.of(Link.of(added.get(1)), Link.of(added.get(2))));
        assertThat(store().links(Long.MIN_VALUE, 1))
                .usingRecursiveComparison()
                .isEqualTo(List.of(Link.of(added.get(0))));
        assertThat(store().links(0, 10)).allMatch(Link::isWhole);
    }

    @Test
    default void theFilterAsksForWhoDidItAndForWhatItWasDoneTo() {
        List<Entry> added = added(banned(MINJI, JUN), rotated(), banned(JUN, MINJI), banned(MINJI, MINJI));

        assertThat(store().before(Long.MAX_VALUE, AuditFilter.who(MINJI), 10))
                .containsExactly(added.get(3), added.get(0));
        assertThat(store().before(Long.MAX_VALUE, AuditFilter.about(JUN), 10)).containsExactly(added.get(0));
        assertThat(store().before(Long.MAX_VALUE, AuditFilter.about(HIKERS), 10))
                .containsExactly(added.get(3), added.get(2), added.get(0));
        assertThat(store().before(Long.MAX_VALUE, new AuditFilter(JUN, MINJI), 10))
                .containsExactly(added.get(2));
    }

    @Test
    default void ofAPersonIsWhatTheyDidAndWhatWasDoneToThem() {
        Id<User> other = new Id<>(new UUID(9, 9));
        List<Entry> added =
                added(banned(MINJI, JUN), banned(other, JUN), banned(JUN, MINJI), banned(MINJI, MINJI), rotated());

        assertThat(store().of(MINJI, Long.MAX_VALUE, 10)).containsExactly(added.get(3), added.get(2), added.get(0));
        assertThat(store().of(MINJI, 4, 1)).containsExactly(added.get(2));
    }

    @Test
    default void anEntryThatDoesNotComeLastIsNotAdded() {
        List<Entry> added = added(rotated(), rotated());

        assertThatThrownBy(() -> transactor().run(() -> store().add(added.get(1))))
                .isInstanceOf(RuntimeException.class);
        assertThat(store().links(0, 10)).hasSize(2);
    }

    @Test
    default void thereIsOneHead() {
        var first = new SealedHead(1, new Digest("a".repeat(64)), new Digest("b".repeat(64)));
        var second = new SealedHead(2, new Digest("c".repeat(64)), new Digest("d".repeat(64)));

        transactor().run(() -> store().put(first));
        assertThat(store().head()).contains(first);
        transactor().run(() -> store().put(second));
        assertThat(store().head()).contains(second);
    }

    @Test
    default void whatIsUndoneWasNeverThere() {
        assertThatThrownBy(() -> transactor().run(() -> {
                    Entry entry = Entry.following(Head.EMPTY, NOON, rotated());
                    store().add(entry);
                    store().put(new SealedHead(1, entry.hash(), entry.hash()));
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");

        assertThat(store().last()).isEmpty();
        assertThat(store().head()).isEmpty();
    }
}
