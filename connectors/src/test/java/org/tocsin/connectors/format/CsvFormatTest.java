package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.connectors.format.Told.pseudonym;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.file.RecordReader;
import org.tocsin.connectors.format.CsvFormat.Field;
import org.tocsin.events.Post;

class CsvFormatTest extends PostFormatContract {
  private static final CsvFormat FORMAT =
      new CsvFormat(Map.of(Field.ID, "tweet id", Field.TEXT, "tweet"));

  private final List<Long> lines = new ArrayList<>();

  @Override
  PostFormat format() {
    return FORMAT;
  }

  @Override
  String full() {
    return """
        {"line":2,"cells":7,"id":"1","text":"plain words","author":"a","createdAt":"1772359200",\
        "lang":"en","platform":"forum","channel":"room"}""";
  }

  @Override
  String sparse() {
    return "{\"line\":2,\"cells\":1,\"text\":\"t\"}";
  }

  private Told read(CsvFormat format, byte[] file) throws IOException {
    Told told = new Told();
    PostReader reader = format.newReader(Told.pseudonyms());
    try (RecordReader records = format.framing().open(new ByteArrayInputStream(file))) {
      for (byte[] record = records.next(); record != null; record = records.next()) {
        lines.add(records.line());
        reader.read(Told.raw(record), told);
      }
    }
    return told;
  }

  private Told read(CsvFormat format, String file) throws IOException {
    return read(format, file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void mappedColumns_areReadWhateverTheirOrder() throws IOException {
    CsvFormat format =
        new CsvFormat(
            Map.of(
                Field.ID,
                "n",
                Field.TEXT,
                "body",
                Field.AUTHOR,
                "who",
                Field.TIME,
                "when",
                Field.LANG,
                "language",
                Field.PLATFORM,
                "site",
                Field.CHANNEL,
                "room"));
    Post post =
        read(format, "room,site,language,when,who,body,n\nr,forum,ru,2026-03-01 10:00:00,a,b,7\n")
            .post();
    assertThat(post.id()).isEqualTo("forum:7");
    assertThat(post.author()).isEqualTo(pseudonym("forum", "a"));
    assertThat(post.lang()).isEqualTo("ru");
    assertThat(post.channel()).isEqualTo("r");
    assertThat(post.text()).isEqualTo("b");
    assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void byteOrderMarkBlanksQuotesAndLineEnds_areUnderstood() throws IOException {
    Told told =
        read(
            FORMAT,
            "\uFEFFtweet id, tweet\r\n'1',\"a \"\"b\"\",\nc\"\r\n\r\n'2', d \r\n'3',\"last\"");
    assertThat(told.posts).extracting(Post::text).containsExactly("a \"b\",\nc", " d ", "last");
    assertThat(told.givenIds).containsExactly("'1'", "'2'", "'3'");
    assertThat(told.posts.get(0).id()).isEqualTo("csv:'1'");
    assertThat(lines).containsExactly(2L, 5L, 6L);
  }

  @Test
  void unknownColumn_isRefusedWithTheFilesColumns() {
    CsvFormat wrong = new CsvFormat(Map.of(Field.ID, "nope", Field.TEXT, "twet"));
    assertThatThrownBy(() -> read(wrong, "tweet id,tweet\n1,a\n"))
        .isInstanceOf(MissingColumnException.class)
        .hasMessageContaining("no column 'twet' (did you mean 'tweet'?)")
        .hasMessageContaining("no column 'nope'")
        .hasMessageContaining("(the file's columns: tweet id, tweet)");
  }

  @Test
  void rowWithTooFewCells_isUnreadableWithItsLine() throws IOException {
    Told told = read(FORMAT, "tweet id,tweet\n1,a\n2\n3,c,more,cells\n");
    assertThat(told.posts).extracting(Post::text).containsExactly("a", "c");
    assertThat(told.reasons)
        .containsExactly("the row on line 3 has 1 cells: too few for column 'tweet'");
  }

  @Test
  void badTime_isUnreadableWithItsLine() throws IOException {
    CsvFormat format = new CsvFormat(Map.of(Field.TEXT, "t", Field.TIME, "at"));
    assertThat(read(format, "t,at\na,\nb,noon\n").reasons)
        .singleElement()
        .asString()
        .startsWith("the row on line 3: field 'createdAt' is 'noon', expected");
  }

  @Test
  void rowThatIsNotCsv_isRefusedAsItStandsAndTheRestRead() throws IOException {
    Told told = read(FORMAT, "tweet id,tweet\n1,a\n2,\"b\"c\n3,d\n4,\"open\n5,e\n6,f\n");
    assertThat(told.order)
        .containsExactly("post", "unreadable", "post", "unreadable", "post", "post");
    assertThat(told.posts).extracting(Post::text).containsExactly("a", "d", "e", "f");
    assertThat(lines).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(told.reasons).allMatch(reason -> reason.startsWith("not a row of CSV"));
  }

  @Test
  void refusedRow_keepsItsBytes() throws IOException {
    byte[] file = "tweet id,tweet\n2,\"b\"c\r\n".getBytes(StandardCharsets.UTF_8);
    try (RecordReader records = FORMAT.framing().open(new ByteArrayInputStream(file))) {
      assertThat(records.next()).asString(StandardCharsets.UTF_8).isEqualTo("2,\"b\"c");
      assertThat(records.next()).isNull();
    }
  }

  @Test
  void bytesThatAreNotUtf8_doNotStopTheFile() throws IOException {
    Told told =
        read(FORMAT, "tweet id,tweet\n1,caf\u00e9\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(told.posts).extracting(Post::text).containsExactly("caf\uFFFD", "b");
  }

  @Test
  void emptyFile_hasNoRecords() throws IOException {
    assertThat(read(FORMAT, "").order).isEmpty();
    assertThat(read(FORMAT, "tweet id,tweet\n").order).isEmpty();
  }

  @Test
  void emptyCells_areAbsentButForTheText() throws IOException {
    Told told = read(FORMAT, "tweet id,tweet\n,\n");
    assertThat(told.post().text()).isEmpty();
    assertThat(told.givenIds).containsExactly("1");
  }

  @Test
  void mapping_withoutText_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvFormat(Map.of(Field.ID, "id")))
        .withMessageContaining("text=tweet");
    assertThat(Field.of("time")).isEqualTo(Field.TIME);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Field.of("txt"))
        .withMessageContaining("did you mean 'text'?");
  }
}
