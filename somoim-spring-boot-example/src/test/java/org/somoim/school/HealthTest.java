package org.somoim.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;

@Covers({"OPS-2", "OPS-3"})
class HealthTest {
    @TempDir
    Path folder;

    @Test
    void itIsAliveAsLongAsItAnswersAndReadyAsLongAsItsDatabaseDoes() throws Exception {
        try (OpenSchool school = OpenSchool.in(folder)) {
            Visitor nobody = school.nobody();
            assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(checkOfTheContainer(nobody)).isZero();
            assertThat(nobody.get("/community/health").body().path("database").asString())
                    .isEqualTo("healthy");

            school.loseDatabase();

            assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(checkOfTheContainer(nobody)).isEqualTo(1);
            assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    private static int checkOfTheContainer(Visitor visitor) throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        "bash",
                        Path.of("..", "deploy", "health").toString(),
                        "" + visitor.root().getPort())
                .redirectErrorStream(true)
                .start();
        check.getInputStream().readAllBytes();
        return check.waitFor();
    }
}
