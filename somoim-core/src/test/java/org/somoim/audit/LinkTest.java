package org.somoim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.audit.AuditSource.Act;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;

/** The hashes are what another program, written from the Javadoc alone in another language, has computed. */
@Covers("FUT-14")
class LinkTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Digest FIRST = new Digest("d8cb06e100add9b2751637cfdb188560835e4e7599b5eeb2d94a08c2aa92f87b");
    private static final Digest SECOND = new Digest("c718528e43ae7db4ec1f132100a20f6d67bd54b78aa8dafa38d1945320cc877c");
    private static final Digest SEAL = new Digest("35de4d49c3a71bba4a9136806455f6c03a86afb562ae51178895ac61ebecf8da");

    @Test
    void whatIsHashedAndSealedIsWrittenDownAndStaysSo() {
        var banned = new Act(
                Who.person(new Id<>(new UUID(1, 1))),
                Deed.MEMBER_BANNED,
                new Id<>(new UUID(2, 2)),
                new Id<>(new UUID(3, 3)));
        Entry first = Entry.following(Head.EMPTY, NOON, banned);
        Entry second = Entry.following(first.head(), NOON, new Act(Who.HOST, Deed.KEYS_ROTATED, null, null));
        var key = new AuditKey("a key for tests, no secret at all".getBytes(StandardCharsets.US_ASCII));

        assertThat(first.hash()).isEqualTo(FIRST);
        assertThat(second.hash()).isEqualTo(SECOND);
        assertThat(key.seal(second.head()).seal()).isEqualTo(SEAL);
    }
}
