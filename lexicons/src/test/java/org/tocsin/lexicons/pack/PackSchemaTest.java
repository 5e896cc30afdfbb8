package org.tocsin.lexicons.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the published schemas, by which editors complete and check, to the packs. */
class PackSchemaTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "schemas", "pack");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** The one schema that editors are pointed at; it refers to the others beside it. */
  private static final Schema ANY =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources()))
          .getSchema(
              SchemaLocation.of(
                  PUBLISHED.resolve("pack-file.schema.json").toAbsolutePath().toUri().toString()));

  @Test
  void schemas_shippedPacks_areValid() throws IOException {
    for (Map.Entry<String, String> file : PackSource.builtIn().files().entrySet()) {
      String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
      String schema = name.startsWith("entries") ? "entries" : name.replace(".yaml", "");
      assertThat(errors(schema, file.getValue())).as(file.getKey()).isEmpty();
      assertThat(ANY.validate(file.getValue(), InputFormat.YAML)).as(file.getKey()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entries  | entries: [{id: a}]",
        "entries  | entires: []",
        "rules    | rules: [{id: a}]",
        "rules    | 'rules: [{id: a, title: b, on: {categories: [hate]}, window: 1h, when: {autors: 3}, severity: P3, status: active}]'",
        "examples | 'examples: [{rules: [a], posts: [{at: soon}], alerts: []}]'",
        "context  | context: [{tag: newz, cues: [a], lowers: 0.5}]",
        "context  | context: [{tag: news, cues: [a], lowers: 2}]",
        "context  | context: [{tag: news, cues: [a], marks: ['«»'], lowers: 0.5}]",
        "context  | context: [{tag: news, lowers: 0.5}]",
        "examples | examples: [{txt: a, match: [a]}]",
        "pack     | id: a",
        "sets     | '[a]'",
      })
  void schemas_mistake_isFound(String schema, String text) throws IOException {
    assertThat(errors(schema, text)).isNotEmpty();
    assertThat(ANY.validate(text, InputFormat.YAML)).isNotEmpty();
  }

  private static List<Error> errors(String schema, String yaml) throws IOException {
    String published = Files.readString(PUBLISHED.resolve(schema + ".schema.json"));
    return REGISTRY.getSchema(published, InputFormat.JSON).validate(yaml, InputFormat.YAML);
  }
}
