package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.sessions.AccessTokens;
import org.somoim.sqlite.Sqlite;

class BridgingTest {
    @TempDir
    Path folder;

    @Test
    @Covers({"ACC-14", "DOC-6"})
    void aHostsOwnUserIsOnePersonHereHoweverOftenTheyCome() {
        try (Somoim somoim = Sqlite.open(folder.resolve("town.db"))) {
            Actor minji = Bridging.bridge(somoim, "4711", "minji@example.org", "민지", Instant.EPOCH);

            assertThat(Bridging.bridge(somoim, "4711", "minji@example.org", "민지", Instant.EPOCH))
                    .isEqualTo(minji);
            assertThat(somoim.profiles().mine(minji).about().displayName()).isEqualTo(Line.of("민지"));
        }
    }

    @Test
    @Covers("DOC-6")
    void aProviderThatIsNeverAskedNeedNotBeThere() {
        try (Somoim somoim = Sqlite.open(folder.resolve("town.db"))) {
            assertThat(Bridging.behindKeycloak(somoim, new NoTokens(), InstantSource.system()))
                    .isNotNull();
        }
    }

    private static final class NoTokens implements AccessTokens {
        @Override
        public Issued issue(Holder holder, Instant now) {
            return new Issued(new Secrets.Secret("none"), now);
        }

        @Override
        public Optional<Holder> verify(String token, Instant now) {
            return Optional.empty();
        }
    }
}
