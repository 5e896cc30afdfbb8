package org.tocsin.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
  /** Gives at most this many bytes at a time, as a network or a gzip stream may. */
  private record Trickle(int most) {
    InputStream of(byte[] bytes) {
      return new ByteArrayInputStream(bytes) {
        @Override
        public synchronized int read(byte[] into, int offset, int length) {
          return super.read(into, offset, Math.min(length, most));
        }
      };
    }
  }

  private static List<String> read(Framing framing, String file) throws IOException {
    return read(framing, new Trickle(Integer.MAX_VALUE), file);
  }

  private static List<String> read(Framing framing, Trickle trickle, String file)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (RecordReader reader = framing.open(trickle.of(file.getBytes(StandardCharsets.UTF_8)))) {
      for (byte[] record = reader.next(); record != null; record = reader.next()) {
        found.add(reader.line() + ":" + new String(record, StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void lines_everyEndAndBlank_areSplitWithTheirNumbers(int most) throws IOException {
    assertThat(read(Framing.LINES, new Trickle(most), "a\r\n\n \t\r\nb b\n\u00e9\r\r\nlast"))
        .containsExactly("1:a", "4:b b", "5:\u00e9\r", "6:last");
  }

  @Test
  void lines_byteOrderMark_isNotPartOfTheFirst() throws IOException {
    assertThat(read(Framing.LINES, "\uFEFFa\n\uFEFFb\n")).containsExactly("1:a", "2:\uFEFFb");
    assertThat(read(Framing.LINES, "")).isEmpty();
    assertThat(read(Framing.LINES, "\uFEFF")).isEmpty();
  }

  @Test
  void lines_lineOfTenMegabytes_isWhole() throws IOException {
    String line = "x".repeat(10_000_000);
    assertThat(read(Framing.LINES, "a\n" + line + "\nb"))
        .containsExactly("1:a", "2:" + line, "3:b");
  }

  @Test
  void lines_lineBeyondTheLimit_comesInPieces() throws IOException {
    byte[] bytes = new byte[LineReader.MAX_RECORD_BYTES + 10];
    Arrays.fill(bytes, (byte) 'x');
    bytes[bytes.length - 2] = '\n';
    try (RecordReader reader = Framing.LINES.open(new ByteArrayInputStream(bytes))) {
      assertThat(reader.next()).hasSize(LineReader.MAX_RECORD_BYTES);
      assertThat(reader.line()).isEqualTo(1);
      assertThat(reader.next()).hasSize(8);
      assertThat(reader.line()).isEqualTo(1);
      assertThat(reader.next()).containsExactly('x');
      assertThat(reader.line()).isEqualTo(2);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void jsonValues_objects_areLines() throws IOException {
    assertThat(read(Framing.JSON_VALUES, "\n {\"a\":[1]}\n{\"b\":2}\ncut {\n"))
        .containsExactly("2: {\"a\":[1]}", "3:{\"b\":2}", "4:cut {");
    assertThat(read(Framing.JSON_VALUES, " \n ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void jsonValues_prettyArray_givesItsElementsByteForByte(int most) throws IOException {
    String array =
        " \n[\n  {\n    \"a\": [1, {}]\n  },\n  {\"b\":\"\u00e9]}\\\"\"}, \"s\",\n 12, 1.50\n]\n";
    assertThat(read(Framing.JSON_VALUES, new Trickle(most), array))
        .containsExactly(
            "3:{\n    \"a\": [1, {}]\n  }",
            "6:{\"b\":\"\u00e9]}\\\"\"}",
            "6:\"s\"",
            "7:12",
            "7:1.50");
  }

  @Test
  void jsonValues_severalArraysAndValues_areAllRead() throws IOException {
    assertThat(read(Framing.JSON_VALUES, "\uFEFF[{\"a\":1},[2]]\n[]\n[{\"b\":2}]\n{\"c\":3}"))
        .containsExactly("1:{\"a\":1}", "1:[2]", "3:{\"b\":2}", "4:{\"c\":3}");
  }

  @Test
  void jsonValues_arrayCutAnywhere_givesWholeElementsAndTheRest() throws IOException {
    String array = "[{\"a\":1}, {\"b\":\"x\"}]";
    for (int length = 1; length < array.length(); length++) {
      List<String> found = read(Framing.JSON_VALUES, array.substring(0, length));
      int whole = length < 8 ? 0 : length < 19 ? 1 : 2;
      assertThat(found.subList(0, whole))
          .as("first %d bytes", length)
          .isEqualTo(List.of("1:{\"a\":1}", "1:{\"b\":\"x\"}").subList(0, whole));
      if (length > 10 && length < 19) {
        assertThat(found.get(1)).endsWith(array.substring(10, length));
      }
      assertThat(found).hasSizeLessThanOrEqualTo(whole + 1);
    }
  }

  @Test
  void jsonValues_brokenElement_isGivenWithAllBehindIt() throws IOException {
    assertThat(read(Framing.JSON_VALUES, "[{\"a\":1},{\"b\" 2},{\"c\":3}]"))
        .containsExactly("1:{\"a\":1}", "1:{\"b\" 2},{\"c\":3}]");
  }

  @Test
  void jsonValues_elementTooDeepForAFormat_doesNotEndTheArray() throws IOException {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(read(Framing.JSON_VALUES, "[" + deep + ",{\"a\":1}]"))
        .containsExactly("1:" + deep, "1:{\"a\":1}");
  }

  @Test
  void jsonValues_longArray_isStreamed() throws IOException {
    StringBuilder array = new StringBuilder("[");
    for (int i = 0; i < 50_000; i++) {
      array.append(i == 0 ? "" : ",\n").append("{\"id\":").append(i).append('}');
    }
    List<String> found = read(Framing.JSON_VALUES, array.append(']').toString());
    assertThat(found).hasSize(50_000).endsWith("50000:{\"id\":49999}");
  }
}
