package org.tocsin.lexicons.pack;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.lexicons.pack.YamlNode.Items;
import org.tocsin.lexicons.pack.YamlNode.Keyed;
import org.tocsin.lexicons.pack.YamlNode.Mapping;
import org.tocsin.lexicons.pack.YamlNode.Scalar;

/**
 * Reads YAML by Jackson's parser into nodes that know their places, which Jackson's own tree
 * forgets.
 */
final class YamlTree {
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private YamlTree() {}

  /** The document of a file; an empty mapping, with a problem told, when it cannot be read. */
  static YamlNode read(String file, String text, List<Problem> problems) {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        problems.add(new Problem(file, 1, 1, "the file is empty"));
        return new Mapping(Map.of(), 1, 1);
      }
      YamlNode root = node(parser);
      if (parser.nextToken() != null) {
        JsonLocation at = parser.currentTokenLocation();
        problems.add(
            new Problem(
                file, at.getLineNr(), at.getColumnNr(), "a second document: expected one a file"));
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      problems.add(
          new Problem(
              file,
              at == null ? 1 : Math.max(1, at.getLineNr()),
              at == null ? 1 : Math.max(1, at.getColumnNr()),
              "not valid YAML: " + e.getOriginalMessage().lines().findFirst().orElse("")));
      return new Mapping(Map.of(), 1, 1);
    } catch (IOException e) {
      throw new IllegalStateException("reading a string does not fail", e);
    }
  }

  private static YamlNode node(JsonParser parser) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Keyed> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          JsonLocation key = parser.currentTokenLocation();
          String name = parser.currentName();
          parser.nextToken();
          entries.put(name, new Keyed(node(parser), key.getLineNr(), key.getColumnNr()));
        }
        return new Mapping(entries, line, column);
      }
      case START_ARRAY -> {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser));
        }
        return new Items(items, line, column);
      }
      default -> {
        return new Scalar(
            parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText(), line, column);
      }
    }
  }
}
