package org.tocsin.connectors.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/**
 * Reads JSON values of an expected type from a parser that stands on them, and says what was found
 * instead. JSON null counts as absent.
 */
final class JsonFields {
  // Field names come from strangers: not interned, or they would fill the JVM's string table.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(Json.LIMITS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final int SHOWN = 60;

  private JsonFields() {}

  static JsonParser parser(byte[] json) throws IOException {
    return FACTORY.createParser(json);
  }

  static JsonParser parser(String json) throws IOException {
    return FACTORY.createParser(json);
  }

  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /** A parser that stands on the opening brace of the one object that these bytes hold. */
  static JsonParser object(byte[] json) throws IOException, UnreadableRecordException {
    JsonParser parser = parser(json);
    startObject(parser);
    return parser;
  }

  static void startObject(JsonParser json) throws IOException, UnreadableRecordException {
    JsonToken first = json.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw unreadable(
          first == null
              ? "the record is empty, expected a JSON object"
              : "found " + kind(first) + ", expected a JSON object");
    }
  }

  /** Refuses whatever follows the value. */
  static void end(JsonParser json) throws IOException, UnreadableRecordException {
    if (json.nextToken() != null) {
      long at = json.currentTokenLocation().getByteOffset();
      throw unreadable(
          "not valid JSON" + (at < 0 ? "" : " at byte " + at) + ": more follows after its end");
    }
  }

  static @Nullable String text(JsonParser json) throws IOException, UnreadableRecordException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NULL -> null;
      default -> throw wrong(json, "a string");
    };
  }

  /** A string, or a whole number as its digits; empty counts as absent. */
  static @Nullable String id(JsonParser json) throws IOException, UnreadableRecordException {
    return switch (json.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> json.getText().isEmpty() ? null : json.getText();
      case VALUE_NULL -> null;
      default -> throw wrong(json, "a string or a whole number");
    };
  }

  static long integer(JsonParser json) throws IOException, UnreadableRecordException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(json, "a whole number");
    }
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw unreadable(
          "field '%s' is %s, expected a number below 2^63"
              .formatted(path(json), shown(json.getText())));
    }
    return json.getLongValue();
  }

  /** Whether there is an object to read; what follows is its fields. */
  static boolean isObject(JsonParser json) throws UnreadableRecordException {
    return is(json, JsonToken.START_OBJECT, "an object");
  }

  /** Whether there is an array to read; what follows is its elements. */
  static boolean isArray(JsonParser json) throws UnreadableRecordException {
    return is(json, JsonToken.START_ARRAY, "an array");
  }

  private static boolean is(JsonParser json, JsonToken start, String expected)
      throws UnreadableRecordException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    if (json.currentToken() != start) {
      throw wrong(json, expected);
    }
    return true;
  }

  /** The next field's name, the parser then standing on its value; null at the object's end. */
  static @Nullable String nextField(JsonParser json) throws IOException {
    String name = json.nextFieldName();
    if (name != null) {
      json.nextToken();
    }
    return name;
  }

  /** Whether the parser now stands on another element of the array. */
  static boolean nextElement(JsonParser json) throws IOException {
    return json.nextToken() != JsonToken.END_ARRAY;
  }

  /** Replaces what is in the list by the array's strings. */
  static void texts(JsonParser json, List<String> into)
      throws IOException, UnreadableRecordException {
    into.clear();
    if (isArray(json)) {
      while (nextElement(json)) {
        add(into, text(json));
      }
    }
  }

  /** Adds the one named string of every object in the array. */
  static void textsOfObjects(JsonParser json, String field, List<String> into)
      throws IOException, UnreadableRecordException {
    into.clear();
    if (isArray(json)) {
      while (nextElement(json)) {
        add(into, textOfObject(json, field));
      }
    }
  }

  /** The one named string of an object. */
  static @Nullable String textOfObject(JsonParser json, String field)
      throws IOException, UnreadableRecordException {
    String value = null;
    if (isObject(json)) {
      for (String name = nextField(json); name != null; name = nextField(json)) {
        if (name.equals(field)) {
          value = id(json);
        } else {
          json.skipChildren();
        }
      }
    }
    return value;
  }

  static void add(Collection<String> list, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      list.add(value);
    }
  }

  /** How deep the parser stands; with {@link #leave} one bad element does not stop the rest. */
  static int depth(JsonParser json) {
    return json.getParsingContext().getNestingDepth();
  }

  /** Passes over what is left at this depth. */
  static void leave(JsonParser json, int depth) throws IOException {
    while (depth(json) >= depth && json.nextToken() != null) {
      // Only the depth matters.
    }
  }

  /** Names every absent field at once, from pairs of a name and its value. */
  static UnreadableRecordException missing(@Nullable Object... namesAndValues) {
    List<String> absent = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        absent.add("'" + namesAndValues[i] + "'");
      }
    }
    return unreadable(
        "missing required field" + (absent.size() == 1 ? " " : "s ") + String.join(", ", absent));
  }

  static UnreadableRecordException wrong(JsonParser json, String expected) {
    String path = path(json);
    String found = kind(json.currentToken());
    return unreadable(
        (path.isEmpty() ? "found " + found : "field '" + path + "' is " + found)
            + ", expected "
            + expected);
  }

  static UnreadableRecordException unreadable(String reason) {
    return new UnreadableRecordException(reason, null);
  }

  /** Where the parser stands: {@code commit.record.text}. */
  static String path(JsonParser json) {
    var context = json.getParsingContext();
    if (json.currentToken() != null && json.currentToken().isStructStart()) {
      context = context.getParent();
    }
    String pointer = context.pathAsPointer().toString();
    return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
  }

  /** A value for a message: cut when long. */
  static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
  }

  private static String kind(@Nullable JsonToken token) {
    return token == null
        ? "nothing"
        : switch (token) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_STRING -> "a string";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
          case VALUE_TRUE, VALUE_FALSE -> "a boolean";
          case VALUE_NULL -> "null";
          default -> "nothing";
        };
  }
}
