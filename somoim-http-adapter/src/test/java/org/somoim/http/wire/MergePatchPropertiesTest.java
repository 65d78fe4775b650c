package org.somoim.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.http.testing.Client;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** A patch over the wire does to a thing what RFC 7386 says it does to the thing's JSON. */
class MergePatchPropertiesTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 300)
    void aPatchIsAMerge(@ForAll("patches") ObjectNode patch) {
        var wishes = new WishRoutes();
        Client sumi = Client.of(wishes.clock, wishes.memory, wishes).as(SUMI);
        JsonNode before = sumi.post(
                        "/wishes",
                        "{'title': 'snow', 'reason': 'it is *white*', 'size': 'LARGE', 'times_over': 3,"
                                + " 'by': '2026-12-24T00:00:00Z', 'tags': ['winter', 'cold']}")
                .ok(201)
                .json();

        JsonNode after = sumi.send(
                        "PATCH",
                        "/wishes/" + before.path("id").textValue(),
                        "application/merge-patch+json",
                        Json.write(patch))
                .ok()
                .json();

        assertThat(after).isEqualTo(merged(before, patch));
        assertThat(sumi.get("/wishes/" + before.path("id").textValue()).json()).isEqualTo(after);
    }

    @Provide
    Arbitrary<ObjectNode> patches() {
        Map<String, Arbitrary<JsonNode>> fields = new HashMap<>();
        fields.put("title", Arbitraries.of("rain", "눈사람").map(NODES::textNode));
        fields.put(
                "reason",
                Arbitraries.of("why *not*", "그냥").<JsonNode>map(NODES::textNode).injectNull(0.5));
        fields.put("size", Arbitraries.of("SMALL", "LARGE").map(NODES::textNode));
        fields.put("times_over", Arbitraries.integers().map(NODES::numberNode));
        fields.put(
                "by",
                Arbitraries.of("2027-01-01T00:00:00Z")
                        .<JsonNode>map(NODES::textNode)
                        .injectNull(0.5));
        fields.put("tags", Arbitraries.of("warm", "dry").list().ofMaxSize(3).map(tags -> {
            var array = NODES.arrayNode();
            tags.forEach(array::add);
            return array;
        }));
        return Arbitraries.subsetOf(fields.keySet()).flatMap(names -> {
            Arbitrary<ObjectNode> patch = Arbitraries.create(NODES::objectNode);
            for (String name : names) {
                patch = patch.flatMap(sofar -> fields.get(name).map(value -> {
                    ObjectNode more = sofar.deepCopy();
                    more.set(name, value == null ? NODES.nullNode() : value);
                    return more;
                }));
            }
            return patch;
        });
    }

    /** The algorithm of RFC 7386, section 2, word for word. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : NODES.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
