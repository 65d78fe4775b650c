package org.somoim.school;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever calls the school, as {@code authorization} says. */
record Visitor(URI root, String authorization) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static Visitor nobody(URI root) {
        return new Visitor(root, "");
    }

    Visitor as(String email, String password) {
        byte[] both = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Visitor(root, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** With a token of the community's, which the school hands out. */
    Visitor inTheCommunity() throws IOException, InterruptedException {
        return new Visitor(
                root,
                "Bearer "
                        + post("/community-token", "{}")
                                .body()
                                .path("accessToken")
                                .asString());
    }

    record Reply(int status, JsonNode body) {}

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Reply post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Reply(response.statusCode(), isJson ? JSON.readTree(response.body()) : JSON.nullNode());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
}
