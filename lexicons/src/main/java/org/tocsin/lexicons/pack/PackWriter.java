package org.tocsin.lexicons.pack;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes new pack files; never changes one that a person wrote, for comments would be lost. */
public final class PackWriter {
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private PackWriter() {}

  /** A file of one mapping: {@code pack.yaml}. */
  public static String mapping(Map<String, ?> values) {
    StringWriter text = new StringWriter();
    try (YAMLGenerator out = YAML.createGenerator(text)) {
      write(out, values);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a string does not fail", e);
    }
    return text.toString();
  }

  /** A file of a list of mappings under one key: {@code entries.yaml}. */
  public static String list(String key, List<? extends Map<String, ?>> items) {
    StringWriter text = new StringWriter();
    try (YAMLGenerator out = YAML.createGenerator(text)) {
      out.writeStartObject();
      out.writeArrayFieldStart(key);
      for (Map<String, ?> item : items) {
        write(out, item);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing a string does not fail", e);
    }
    return text.toString();
  }

  private static void write(YAMLGenerator out, Map<String, ?> values) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, ?> value : values.entrySet()) {
      if (value.getValue() instanceof Collection<?> items) {
        out.writeArrayFieldStart(value.getKey());
        for (Object item : items) {
          out.writeString(item.toString());
        }
        out.writeEndArray();
      } else {
        out.writeStringField(value.getKey(), value.getValue().toString());
      }
    }
    out.writeEndObject();
  }
}
