package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manifests against what the Flink Kubernetes operator takes, and what Kubernetes takes within.
 */
class KubernetesManifestTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Refuses what the model classes would keep as an additional property. */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  private static List<String> mistakes(JsonNode manifest) throws IOException {
    String operator =
        Files.readString(Tree.ROOT.resolve("src/test/schemas/flink-operator.schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(operator, InputFormat.JSON);
    List<String> mistakes = new ArrayList<>();
    schema
        .validate(manifest.toString(), InputFormat.JSON)
        .forEach(error -> mistakes.add(error.toString()));
    read(manifest.path("metadata"), ObjectMeta.class, mistakes);
    for (String at : List.of("/spec", "/spec/jobManager", "/spec/taskManager")) {
      read(manifest.at(at + "/podTemplate"), PodTemplateSpec.class, mistakes);
    }
    return mistakes;
  }

  private static void read(JsonNode part, Class<?> model, List<String> mistakes) {
    if (!part.isMissingNode()) {
      try {
        STRICT.treeToValue(part, model);
      } catch (JsonProcessingException e) {
        mistakes.add(e.getOriginalMessage());
      }
    }
  }

  private static JsonNode manifest(String name) throws IOException {
    return YAML.readTree(Tree.ROOT.resolve("flink-conf/kubernetes").resolve(name).toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deployment.yaml", "session-job.yaml"})
  void manifest_isWhatTheOperatorTakes(String name) throws IOException {
    assertThat(mistakes(manifest(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deployment.yaml", "session-job.yaml"})
  void everyKey_misspelt_isFound(String name) throws IOException {
    JsonNode manifest = manifest(name);
    int keys = misspell(manifest, manifest, "");
    assertThat(keys).isGreaterThan(12);
  }

  /** Misspells each key in turn, but those of Flink's settings; FlinkConfTest knows these. */
  private static int misspell(JsonNode manifest, JsonNode node, String at) throws IOException {
    int keys = 0;
    if (node instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        keys += misspell(manifest, items.get(i), at + "/" + i);
      }
    } else if (node instanceof ObjectNode && !at.endsWith("/flinkConfiguration")) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode wrong = manifest.deepCopy();
        ObjectNode parent = (ObjectNode) wrong.at(at);
        parent.set(name + "x", parent.remove(name));
        assertThat(mistakes(wrong)).as("%s/%sx", at, name).isNotEmpty();
        keys += 1 + misspell(manifest, node.get(name), at + "/" + name);
      }
    }
    return keys;
  }
}
