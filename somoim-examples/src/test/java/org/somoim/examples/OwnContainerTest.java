package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;

@Covers("API-8")
class OwnContainerTest {
    @TempDir
    Path folder;

    @Test
    void theCommunityOpensAndClosesWithTheApplicationItIsIn() throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context shop = tomcat.addContext("/shop", null);
        shop.addParameter("community.folder", folder.toString());
        shop.addApplicationListener(OwnContainer.class.getName());
        tomcat.start();
        try {
            int port = tomcat.getConnector().getLocalPort();
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/shop/community/health"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"database\":\"healthy\"");
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
        assertThat(folder.resolve("community.db-wal")).doesNotExist();
    }
}
