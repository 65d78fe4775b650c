package org.somoim.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** How the school is put into a container, a cluster and a pipeline. */
@Covers({"OPS-1", "OPS-2", "OPS-3"})
class DeploymentTest {
    private static final Path ROOT = Path.of("..");
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void theManifestIsWhatKubernetesUnderstands() throws IOException {
        new JSON();
        List<String> documents = manifest();

        assertThat(documents).hasSize(3);
        assertThat(V1PersistentVolumeClaim.fromJson(documents.get(0)).getSpec()).isNotNull();
        assertThat(V1Deployment.fromJson(documents.get(1)).getSpec()).isNotNull();
        assertThat(V1Service.fromJson(documents.get(2)).getSpec()).isNotNull();
        assertThatThrownBy(() -> V1Deployment.fromJson(documents.get(1).replace("\"strategy\"", "\"stratagem\"")))
                .hasMessageContaining("stratagem");
    }

    @Test
    void oneReplicaHasTheFileAndTheProbesAndLimitsAreThoseAskedFor() throws IOException {
        var deployment = V1Deployment.fromJson(manifest().get(1)).getSpec();
        V1Container school = deployment.getTemplate().getSpec().getContainers().get(0);

        assertThat(deployment.getReplicas()).isEqualTo(1);
        assertThat(deployment.getStrategy().getType()).isEqualTo("Recreate");
        assertThat(school.getPorts().get(0).getContainerPort()).isEqualTo(8000);
        assertThat(timing(school.getLivenessProbe())).containsExactly(30, 10);
        assertThat(timing(school.getReadinessProbe())).containsExactly(5, 5);
        assertThat(school.getResources().getRequests())
                .isEqualTo(Map.of("memory", new Quantity("256Mi"), "cpu", new Quantity("250m")));
        assertThat(school.getResources().getLimits())
                .isEqualTo(Map.of("memory", new Quantity("512Mi"), "cpu", new Quantity("500m")));
        assertThat(school.getEnv())
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    private static List<Integer> timing(V1Probe probe) {
        return List.of(probe.getInitialDelaySeconds(), probe.getPeriodSeconds());
    }

    @Test
    void theContainerIsCheckedAsOftenAsAskedForAndIsNotRoot() throws IOException {
        assertThat(Files.readString(ROOT.resolve("Dockerfile"), UTF_8))
                .contains("HEALTHCHECK --interval=30s --timeout=10s --start-period=5s --retries=3")
                .contains("EXPOSE 8000")
                .contains("USER 10001");
    }

    @Test
    void thePipelineRunsWhatTheReadmeSays() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"), UTF_8);
        Map<String, Map<String, Map<String, Object>>> workflow =
                new Yaml().load(Files.readString(ROOT.resolve(".github/workflows/build.yml"), UTF_8));

        assertThat(commands(workflow.get("jobs").get("verify"))).containsExactly("mvn verify");
        assertThat(readme).contains("\nmvn verify\n");
        for (String command : commands(workflow.get("jobs").get("browser"))) {
            assertThat(readme).contains(command.replace("sudo ", ""));
        }
    }

    private static List<String> commands(Map<String, Object> job) {
        List<String> commands = new ArrayList<>();
        for (Object step : (List<?>) job.get("steps")) {
            if (((Map<?, ?>) step).get("run") instanceof String command) {
                commands.add(command.replace(" -B -ntp", ""));
            }
        }
        return commands;
    }

    private static List<String> manifest() throws IOException {
        List<String> documents = new ArrayList<>();
        new Yaml()
                .loadAll(Files.readString(ROOT.resolve("deploy/kubernetes/school.yaml"), UTF_8))
                .forEach(document -> documents.add(MAPPER.writeValueAsString(document)));
        return documents;
    }
}
