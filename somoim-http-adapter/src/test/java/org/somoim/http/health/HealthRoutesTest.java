package org.somoim.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.Health.Part;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Line;
import org.somoim.memory.Memory;
import org.somoim.memory.TestClock;

@Covers("API-5")
class HealthRoutesTest {
    private final AtomicReference<Health> health = new AtomicReference<>(health(Part.HEALTHY, 0));
    private final Client client = Client.of(new TestClock(), new Memory(), new HealthRoutes(health::get))
            .atRoot();

    @Test
    void everyFieldIsThereAndWhatNobodyLookedAtSaysSo() {
        for (String path : new String[] {"/api/v1/health", "/health", "/api/v1/social/health"}) {
            assertThat(client.get(path).ok().text())
                    .isEqualTo(
                            "{\"status\":\"healthy\",\"version\":\"1.2\",\"database\":\"healthy\",\"cache\":\"unknown\","
                                    + "\"moderation_queue\":\"unknown\",\"privacy_compliance\":\"unknown\",\"audit_log\":\"unknown\","
                                    + "\"detection\":\"unknown\","
                                    + "\"facts_waiting\":7,\"facts_set_aside\":0}");
        }
    }

    @Test
    void itIsLookedAtAnewForEachCall() {
        client.get("/health").ok();
        health.set(health(Part.HEALTHY, 1));
        assertThat(client.get("/health").ok().at("/status")).isEqualTo("degraded");

        health.set(health(Part.UNHEALTHY, 0));
        Reply broken = client.get("/health").ok(503);
        assertThat(broken.at("/status")).isEqualTo("unhealthy");
        assertThat(broken.at("/database")).isEqualTo("unhealthy");
        assertThat(broken.header("Cache-Control")).contains("no-store");
    }

    private static Health health(Part database, int setAside) {
        return new Health(
                new Line("1.2"),
                database,
                Part.UNKNOWN,
                Part.UNKNOWN,
                Part.UNKNOWN,
                Part.UNKNOWN,
                Part.UNKNOWN,
                null,
                7,
                setAside);
    }
}
