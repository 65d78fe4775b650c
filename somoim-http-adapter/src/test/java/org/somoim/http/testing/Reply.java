package org.somoim.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.http.Answer;
import org.somoim.http.wire.Json;

/** What a {@link Client} got back. */
public record Reply(Answer answer) {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    /** Fails unless all went well with this status. */
    public Reply ok(int status) {
        assertThat(answer.status()).as("status of %s", text()).isEqualTo(status);
        return this;
    }

    /** Fails unless all went well with 200. */
    public Reply ok() {
        return ok(200);
    }

    /** Fails unless it was refused so, as a complete problem. */
    public Reply refused(int status, String code) {
        assertThat(answer.status()).as("status of %s", text()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(json().path("code").textValue()).isEqualTo(code);
        assertThat(json().path("status").intValue()).isEqualTo(status);
        assertThat(json().path("detail").textValue()).isNotBlank();
        assertThat(json().path("type").textValue()).endsWith("/docs/errors/" + code);
        return this;
    }

    /** Fails unless the body was refused, and for exactly these fields: {@code "/name kernel.too-long"}. */
    public Reply faults(String... pointersAndCodes) {
        refused(422, "http.invalid-body");
        List<String> faults = new ArrayList<>();
        json().path("errors")
                .forEach(error -> faults.add((error.path("pointer").textValue() + " "
                                + error.path("code").textValue())
                        .strip()));
        assertThat(faults).containsExactlyInAnyOrder(pointersAndCodes);
        return this;
    }

    public int status() {
        return answer.status();
    }

    public String text() {
        return new String(answer.whole(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.read(answer.whole());
    }

    /** Text at a JSON pointer, such as {@code /name} or {@code /0/id}; fails if there is none. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isValueNode()).as("%s in %s", pointer, text()).isTrue();
        return node.asText();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(answer.headers().get(name));
    }

    /** Path and query of the next page, if the list goes on. */
    public Optional<String> next() {
        return header("Link").map(NEXT::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
    }
}
