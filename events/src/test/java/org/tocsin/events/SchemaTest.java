package org.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the published schemas to the records. After a change of a record: {@code mvn -pl events
 * test -Dtest=SchemaTest -Dtocsin.schemas.write=true}, then read the difference as those who
 * consume the topics will.
 */
class SchemaTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "schemas");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Post.class,
        Signal.class,
        Alert.class,
        Verdict.class,
        Watch.class,
        DeadLetter.class
      })
  void publishedSchema_isTheRecords(Class<?> type) throws IOException {
    Path file = PUBLISHED.resolve(type.getSimpleName() + ".schema.json");
    String generated =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema(type)) + "\n";
    if (Boolean.getBoolean("tocsin.schemas.write")) {
      Files.createDirectories(PUBLISHED);
      Files.writeString(file, generated);
    }
    assertThat(file).hasContent(generated.stripTrailing());
  }

  private static JsonNode schema(Class<?> type) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                new ObjectMapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.RESPECT_JSONPROPERTY_REQUIRED,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (javaType, context) ->
                javaType.isInstanceOf(Instant.class)
                    ? new CustomDefinition(
                        context
                            .getGeneratorConfig()
                            .createObjectNode()
                            .put("type", "string")
                            .put("format", "date-time"))
                    : null);
    return new SchemaGenerator(config.build()).generateSchema(type);
  }
}
