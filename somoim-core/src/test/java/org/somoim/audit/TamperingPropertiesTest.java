package org.somoim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.somoim.Covers;
import org.somoim.access.Access;
import org.somoim.audit.AuditSource.Act;
import org.somoim.audit.Verification.Flaw;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.memory.Community;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryFactLog;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** Whatever one thing is changed in whatever chain, it is found; and where nothing was, nothing is. */
@Covers("FUT-14")
class TamperingPropertiesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AuditKey KEY =
            new AuditKey("a key for tests, no secret at all".getBytes(StandardCharsets.US_ASCII));
    private static final AuditKey OTHER =
            new AuditKey("another key, which they do not have".getBytes(StandardCharsets.US_ASCII));

    /** A chain that lies open to whoever writes to the store. */
    private static final class OpenStore implements AuditStore {
        private List<Link> links = new ArrayList<>();
        private @Nullable SealedHead head;

        @Override
        public void add(Entry entry) {
            links.add(Link.of(entry));
        }

        @Override
        public Optional<Head> last() {
            return links.isEmpty() ? Optional.empty() : Optional.of(headOf(links.get(links.size() - 1)));
        }

        @Override
        public void put(SealedHead next) {
            head = next;
        }

        @Override
        public Optional<SealedHead> head() {
            return Optional.ofNullable(head);
        }

        @Override
        public List<Link> links(long number, int limit) {
            return links.stream()
                    .filter(link -> link.number() > number)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Entry> before(long number, AuditFilter filter, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> of(Id<User> person, long number, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    private static Head headOf(Link link) {
        return new Head(link.number(), new Digest(new String(link.hash(), StandardCharsets.US_ASCII)));
    }

    private static OpenStore chain(long seed, int length) {
        var store = new OpenStore();
        append(store, new Random(seed), length);
        return store;
    }

    private static void append(OpenStore store, Random chance, int length) {
        var memory = new Memory();
        var chain = new AuditChain(store, KEY, List.of(fact -> Optional.of(act(chance))));
        var work = new Work(
                memory,
                new MemoryFactLog(memory),
                new UuidIds(new TestClock(), chance),
                new TestClock(),
                List.of(chain));
        for (int i = 0; i < length; i++) {
            work.call(tx -> {
                tx.announce(new AuditFact.KeysRotated());
                return NOON;
            });
        }
    }

    private static Act act(Random chance) {
        Who who = chance.nextBoolean() ? Who.person(id(chance)) : chance.nextBoolean() ? Who.HOST : Who.UNKNOWN;
        Deed deed = Deed.values()[chance.nextInt(Deed.values().length)];
        return new Act(who, deed, chance.nextBoolean() ? id(chance) : null, chance.nextBoolean() ? id(chance) : null);
    }

    private static <T> Id<T> id(Random chance) {
        return new Id<>(new UUID(chance.nextLong(), chance.nextLong()));
    }

    private static Verification verified(OpenStore store) {
        var memory = new Memory();
        var clock = new TestClock();
        var work = new Work(memory, new MemoryFactLog(memory), new UuidIds(clock, new Random(1)), clock);
        var roster = new Community().ports.roster();
        return new Audit(store, KEY, clock, new Access(roster), work).verify(Actor.host("test"));
    }

    @Property(tries = 100)
    void aChainThatNobodyTouchedIsIntact(@ForAll long seed, @ForAll @IntRange(max = 40) int length) {
        OpenStore store = chain(seed, length);

        Verification found = verified(store);

        assertThat(found.isIntact()).isTrue();
        assertThat(found.head().entries()).isEqualTo(length);
    }

    @Property(tries = 2000)
    void oneByteThatIsOtherIsFoundWhereItIs(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        var chance = new Random(where);
        int at = chance.nextInt(length);
        Link altered = altered(store.links.get(at), chance);
        store.links.set(at, altered);

        Verification found = verified(store);

        assertThat(found.broken()).isNotNull();
        assertThat(found.broken().number()).isEqualTo(at + 1);
    }

    /** Hashed again by whoever altered it, who may also have made the next one name the new hash. */
    @Property(tries = 1000)
    void oneThatWasAlteredAndHashedAgainIsFoundAtTheNext(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll long where,
            @ForAll boolean isNextMadeToFit) {
        OpenStore store = chain(seed, length);
        var chance = new Random(where);
        int at = chance.nextInt(length);
        Head before = at == 0 ? Head.EMPTY : headOf(store.links.get(at - 1));
        Link altered = Link.of(Entry.following(before, NOON, act(chance)));
        // Chance may have made the same once more.
        Assume.that(!Arrays.equals(altered.hash(), store.links.get(at).hash()));
        store.links.set(at, altered);
        if (isNextMadeToFit && at + 1 < length) {
            store.links.set(at + 1, following(altered, store.links.get(at + 1)));
        }

        Verification.Break broken = verified(store).broken();
        assertThat(broken).isNotNull();
        assertThat(broken.number()).isEqualTo(at + 1 < length ? at + 2 : length);
    }

    private static Link following(Link before, Link link) {
        return new Link(
                link.number(),
                link.at(),
                link.who(),
                link.whoUserId(),
                link.deed(),
                link.userId(),
                link.thingId(),
                before.hash(),
                link.hash());
    }

    /** One byte of one column. */
    private static Link altered(Link link, Random chance) {
        long number = link.number();
        long at = link.at();
        byte @Nullable [][] columns = {
            link.who(), link.whoUserId(), link.deed(), link.userId(), link.thingId(), link.previous(), link.hash()
        };
        int column = chance.nextInt(columns.length + 2);
        if (column == columns.length) {
            number ^= 1L << chance.nextInt(Long.SIZE);
        } else if (column > columns.length) {
            at ^= 1L << chance.nextInt(Long.SIZE);
        } else {
            columns[column] = altered(columns[column], chance);
        }
        return new Link(number, at, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
    }

    private static byte @Nullable [] altered(byte @Nullable [] bytes, Random chance) {
        if (bytes == null) {
            return new byte[chance.nextInt(17)];
        }
        int what = chance.nextInt(bytes.length + 2);
        if (what == bytes.length) {
            return Arrays.copyOf(bytes, bytes.length + 1);
        }
        if (what > bytes.length) {
            return Arrays.copyOf(bytes, bytes.length - 1);
        }
        byte[] other = bytes.clone();
        other[what] ^= (byte) (1 + chance.nextInt(255));
        return other;
    }

    @Property(tries = 500)
    void oneThatIsGoneIsFoundWhereItWas(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        int at = new Random(where).nextInt(length);
        store.links.remove(at);

        assertThat(verified(store).broken())
                .isEqualTo(new Verification.Break(at + 1, at == length - 1 ? Flaw.CUT_OFF : Flaw.OUT_OF_PLACE));
    }

    @Property(tries = 500)
    void twoThatChangedPlacesAreFound(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        var chance = new Random(where);
        int one = chance.nextInt(length);
        int other = (one + 1 + chance.nextInt(length - 1)) % length;
        Collections.swap(store.links, one, other);
        // Under each other's numbers, so that nothing but the contents has moved.
        for (int i = 0; i < length; i++) {
            Link link = store.links.get(i);
            store.links.set(i, numbered(link, i + 1));
        }

        assertThat(verified(store).broken()).isNotNull();
    }

    private static Link numbered(Link link, long number) {
        return new Link(
                number,
                link.at(),
                link.who(),
                link.whoUserId(),
                link.deed(),
                link.userId(),
                link.thingId(),
                link.previous(),
                link.hash());
    }

    @Property(tries = 500)
    void oneThatWasPutInIsFoundWhereverItIs(
            @ForAll long seed, @ForAll @IntRange(max = 20) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        var chance = new Random(where);
        int at = chance.nextInt(length + 1);
        Head before = at == 0 ? Head.EMPTY : headOf(store.links.get(at - 1));
        store.links.add(at, Link.of(Entry.following(before, NOON, act(chance))));

        assertThat(verified(store).broken()).isNotNull();
    }

    @Property(tries = 200)
    void oneThatWasPutInFrontOfTheFirstIsFound(@ForAll long seed, @ForAll @IntRange(max = 5) int length) {
        OpenStore store = chain(seed, length);
        var chance = new Random(seed);
        store.links.add(0, numbered(Link.of(Entry.following(Head.EMPTY, NOON, act(chance))), -chance.nextInt(3)));

        assertThat(verified(store).broken()).isNotNull();
    }

    @Property(tries = 500)
    void aTailThatWasCutOffIsFoundWhereItBegan(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        int left = new Random(where).nextInt(length);
        store.links = new ArrayList<>(store.links.subList(0, left));

        assertThat(verified(store).broken()).isEqualTo(new Verification.Break(left + 1, Flaw.CUT_OFF));
    }

    /** Everything but the key was at hand. */
    @Property(tries = 500)
    void aChainThatWasWrittenAnewWithoutTheKeyIsFound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        Head sealed = store.last().orElseThrow();
        var chance = new Random(where);
        int from = chance.nextInt(length);
        int until = from + chance.nextInt(length);
        store.links = new ArrayList<>(store.links.subList(0, from));
        for (int i = from; i < until; i++) {
            Head before = store.last().orElse(Head.EMPTY);
            store.links.add(Link.of(Entry.following(before, NOON, act(chance))));
        }
        Head end = store.last().orElse(Head.EMPTY);
        // Chance may have written the same once more, as it does in one of 6,000 entries.
        Assume.that(!end.equals(sealed));
        store.head = chance.nextBoolean()
                ? OTHER.seal(end)
                : new SealedHead(
                        end.entries(),
                        end.hash(),
                        chain(seed, length).head().orElseThrow().seal());

        assertThat(verified(store).broken()).isNotNull();
    }

    @Property(tries = 500)
    void aHeadThatIsOtherOrGoneIsFound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int length, @ForAll long where) {
        OpenStore store = chain(seed, length);
        var chance = new Random(where);
        SealedHead head = store.head().orElseThrow();
        store.head = switch (chance.nextInt(4)) {
            case 0 -> null;
            case 1 -> new SealedHead(head.entries() ^ 1L << chance.nextInt(Long.SIZE), head.hash(), head.seal());
            case 2 -> new SealedHead(head.entries(), altered(head.hash(), chance), head.seal());
            default -> new SealedHead(head.entries(), head.hash(), altered(head.seal(), chance));
        };

        assertThat(verified(store).broken()).isNotNull();
    }

    private static Digest altered(Digest digest, Random chance) {
        byte[] bytes = digest.hex().getBytes(StandardCharsets.ISO_8859_1);
        return new Digest(new String(Objects.requireNonNull(altered(bytes, chance)), StandardCharsets.ISO_8859_1));
    }

    /** The library goes on, and does not make good what was done. */
    @Property(tries = 300)
    void whatWasDoneStaysFoundHoweverTheChainGoesOn(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 10) int length,
            @ForAll @IntRange(min = 1, max = 5) int more,
            @ForAll long where) {
        OpenStore store = chain(seed, length);
        var chance = new Random(where);
        int left = chance.nextInt(length);
        store.links = new ArrayList<>(store.links.subList(0, left));
        Head end = store.last().orElse(Head.EMPTY);
        SealedHead head = store.head().orElseThrow();
        switch (chance.nextInt(3)) {
            case 0 -> store.head = new SealedHead(end.entries(), end.hash(), head.seal());
            case 1 -> store.head = left == 0 ? head : null;
            default -> {
                // The tail only.
            }
        }
        append(store, chance, more);

        assertThat(verified(store).broken()).isNotNull();
    }
}
