package org.somoim.http.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Types;
import org.somoim.http.wire.View;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/** JSON Schemas of the records that come in and go out, as the JSON reader takes them and the writer gives them. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SchemaBuilder builder;

    Schemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(Option.PLAIN_DEFINITION_KEYS)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS);
        config.forFields()
                .withPropertyNameOverrideResolver(field -> Json.nameOf(field.getDeclaredName()))
                .withRequiredCheck(
                        field -> !isNullable(field) && !field.getType().isInstanceOf(Patch.class))
                .withNullableCheck(field -> isTakenInAndNullable(field));
        config.forTypesInGeneral()
                .withAdditionalPropertiesResolver(scope -> scope.getType().isInstanceOf(Record.class)
                                && !scope.getType().isInstanceOf(View.class)
                        ? Void.class
                        : null)
                .withCustomDefinitionProvider(Schemas::definition);
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** A reference to the schema of a record. */
    ObjectNode reference(Class<?> record) {
        return builder.createSchemaReference(record);
    }

    /** The schema of a query parameter. */
    static ObjectNode parameter(Class<?> type) {
        if (type == Integer.class) {
            return NODES.objectNode()
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", Page.Ask.MOST)
                    .put("default", Page.Ask.first().limit());
        }
        if (type == Boolean.class) {
            return NODES.objectNode().put("type", "boolean");
        }
        return text(type);
    }

    /** All that were referred to, by name. */
    ObjectNode all() {
        return builder.collectDefinitions("components/schemas");
    }

    private static @Nullable CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        if (raw == Patch.class) {
            ObjectNode inner = context.createStandardDefinitionReference(
                    type.getTypeParameters().get(0), null);
            return new CustomDefinition(inner, true);
        }
        if (raw == Instant.class || raw == LocalDateTime.class || raw.isEnum() || Types.isText(raw)) {
            return new CustomDefinition(text(raw), true);
        }
        return null;
    }

    private static ObjectNode text(Class<?> type) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        if (type == Id.class) {
            schema.put("format", "uuid");
        } else if (type == Instant.class) {
            schema.put("format", "date-time");
        } else if (type == LocalDateTime.class) {
            schema.put("description", "By the clock on the wall, without an offset")
                    .put("example", "2026-11-21T19:00:00");
        } else if (type == Line.class) {
            schema.put("minLength", 1).put("maxLength", Line.MAX);
        } else if (type == Prose.class) {
            schema.put("minLength", 1).put("maxLength", Prose.MAX).put("description", "Markdown");
        } else if (type == Word.class) {
            schema.put("pattern", "^[a-z0-9]+(?:[.-][a-z0-9]+)*$").put("maxLength", 60);
        } else if (type == Cursor.class) {
            schema.put("description", "Opaque; as the Link header of the page before gave it");
        } else if (type.isEnum()) {
            ArrayNode values = schema.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(((Enum<?>) constant).name());
            }
        }
        return schema;
    }

    /** Views leave nulls out, so there null is never a value. */
    private static boolean isTakenInAndNullable(FieldScope field) {
        if (View.class.isAssignableFrom(field.getDeclaringType().getErasedType())) {
            return false;
        }
        AnnotatedType type = field.getRawMember().getAnnotatedType();
        return isNullable(field)
                || field.getType().isInstanceOf(Patch.class)
                        && ((AnnotatedParameterizedType) type)
                                .getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
