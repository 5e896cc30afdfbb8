package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Post;

/** What holds for every format. */
abstract class PostFormatContract {
  abstract PostFormat format();

  /** A record that holds exactly one post, with every field that the format can fill. */
  abstract String full();

  /** A record that holds exactly one post, with as few fields as can be. */
  abstract String sparse();

  private Told read(byte[] record) {
    Told told = new Told();
    format().newReader(Told.pseudonyms()).read(Told.raw(record), told);
    return told;
  }

  @Test
  void cutRecord_atEveryByte_isUnreadableAndGivesNoHalfPost() {
    byte[] whole = full().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      Told told = read(Arrays.copyOf(whole, length));
      assertThat(told.order).as("first %d bytes", length).containsExactly("unreadable");
      assertThat(told.reasons.get(0)).isNotBlank().doesNotContain("Source:");
    }
  }

  @Test
  void changedByte_anywhere_neverThrows() {
    Random random = new Random(1);
    byte[] whole = full().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      assertThat(read(changed).order).as("change %d", i).isNotEmpty();
    }
  }

  @Test
  void randomBytes_areUnreadable() {
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertThat(read(bytes).order).as("bytes %d", i).containsOnly("unreadable").isNotEmpty();
    }
  }

  @Test
  void otherJson_isUnreadableWithWhatWasExpected() {
    for (String json : List.of("1", "\"text\"", "null", "true")) {
      assertThat(Told.by(format(), json).reasons).singleElement().asString().contains("expected");
    }
    assertThat(Told.by(format(), "{}").order).containsExactly("unreadable");
  }

  @Test
  void deepNesting_isUnreadable() {
    String whole = full();
    String deep =
        whole.substring(0, whole.length() - 1)
            + ",\"later\":"
            + "[".repeat(100_000)
            + "]".repeat(100_000)
            + "}";
    assertThat(Told.by(format(), deep).reasons).singleElement().asString().contains("nesting");
  }

  @Test
  void trailingGarbage_isUnreadable() {
    assertThat(Told.by(format(), full() + "x").order).containsExactly("unreadable");
    assertThat(Told.by(format(), full() + full()).order).containsExactly("unreadable");
    assertThat(Told.by(format(), full() + " \r\n").order).containsExactly("post");
  }

  @Test
  void invalidUtf8InText_isUnreadable() {
    byte[] bytes = full().getBytes(StandardCharsets.UTF_8);
    int letter = full().indexOf("words");
    assertThat(letter).as("the sample's text holds 'words'").isPositive();
    bytes[letter] = (byte) 0xFF;
    assertThat(read(bytes).reasons).singleElement().asString().contains("UTF-8");
  }

  @Test
  void unknownFields_areIgnored() {
    String later = "{\"addedLater\":{\"deep\":[1,{\"text\":2}]}," + full().substring(1);
    assertThat(Told.by(format(), later).post()).isEqualTo(Told.by(format(), full()).post());
  }

  @Test
  void sparseRecord_afterFullOne_holdsNothingOfIt() {
    Post alone = Told.by(format(), sparse()).post();
    assertThat(Told.by(format(), full(), "{broken", sparse()).posts.get(1))
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(alone);
  }

  @Test
  void post_ofTheFuture_isClampedToItsIngestion() {
    Post post = Told.by(format(), full()).post();
    assertThat(post.createdAt()).isBeforeOrEqualTo(post.ingestedAt());
    assertThat(post.ingestedAt()).isBeforeOrEqualTo(Told.INGESTED);
  }

  @Test
  void format_serialised_readsTheSame() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(format());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PostFormat copy = (PostFormat) in.readObject();
      assertThat(Told.by(copy, full()).post()).isEqualTo(Told.by(format(), full()).post());
    }
  }
}
