package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.events.Post;

class TextFormatTest {
  @Test
  void line_isAPostNamedByItsPlace() {
    Told told = Told.by(new TextFormat(), "first words", "Второй 🔥");
    assertThat(told.posts).extracting(Post::text).containsExactly("first words", "Второй 🔥");
    assertThat(told.posts).extracting(Post::id).containsExactly("text:file:1", "text:file:2");
    assertThat(told.givenIds).containsExactly("1", "2");
    assertThat(told.posts).extracting(Post::lang).containsOnly("und");
    assertThat(told.posts).extracting(Post::createdAt).containsOnly(Told.INGESTED);
  }

  @Test
  void invalidUtf8_isReplacedNotRefused() {
    Told told = new Told();
    byte[] bytes = {'a', (byte) 0xff, 'b'};
    new TextFormat().newReader(Told.pseudonyms()).read(Told.raw(bytes), told);
    assertThat(told.posts).extracting(Post::text).containsExactly("a\ufffdb");
  }
}
