package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

class ComparingTest {
    @TempDir
    Path folder;

    @Test
    @Covers({"CMP-5", "CMP-7"})
    void whoeverAsksTooSoonIsToldWhatWouldHelp() {
        try (Somoim somoim = Comparing.open(folder.resolve("town.db"))) {
            Actor.Person minji = new Actor.Person(somoim.accounts()
                    .open(Actor.host("test"), Email.of("minji@example.org"))
                    .id());
            somoim.profiles().initialize(minji, Line.of("민지"));
            assertThat(Comparing.compare(somoim, minji)).contains("period");

            somoim.tick();
            assertThat(Comparing.compare(somoim, minji)).contains("more people");
        }
    }
}
