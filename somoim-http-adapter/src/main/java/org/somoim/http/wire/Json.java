package org.somoim.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as it goes over the wire: strict when read, without nulls when written, names in snake_case. Safe between threads. */
public final class Json {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /**
     * Reads one JSON value and nothing after it.
     *
     * @throws org.somoim.kernel.Refusal {@link WireReason#MISSING_BODY}, {@link WireReason#NOT_UTF_8}, {@link
     *     WireReason#UNREADABLE_BODY}
     */
    public static JsonNode read(byte[] utf8) {
        if (utf8.length == 0) {
            throw WireReason.MISSING_BODY.refuse();
        }
        try {
            // Jackson would guess at UTF-16 and UTF-32, and forgives malformed UTF-8 here and there.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw WireReason.MISSING_BODY.refuse();
            }
            return node;
        } catch (CharacterCodingException e) {
            throw WireReason.NOT_UTF_8.refuse();
        } catch (JsonProcessingException e) {
            throw WireReason.UNREADABLE_BODY.refuse();
        }
    }

    /**
     * Reads a body as a record.
     *
     * @throws org.somoim.kernel.Refusal as {@link #read}
     * @throws InvalidBody with every field that cannot be taken
     */
    public static <B extends Record> B read(byte[] utf8, Class<B> type) {
        return new Reading().read(read(utf8), type);
    }

    /**
     * Takes a body that is a file and no JSON; see {@link Upload}.
     *
     * @throws org.somoim.kernel.Refusal as {@code type} itself does
     */
    public static <B extends Record> B unread(byte[] file, Class<B> type) {
        Recipe recipe = Recipe.of(type);
        if (recipe.parts().size() != 1 || recipe.parts().get(0).wanted().raw() != byte[].class) {
            throw new BadRoute(type + " is no record of one byte[]");
        }
        return type.cast(recipe.make(new Object[] {file}));
    }

    /** Writes views, lists of views, or a document. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view that is not plain: " + value.getClass(), e);
        }
    }

    /** The name in JSON of a record component. */
    public static String nameOf(String component) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component);
    }
}
