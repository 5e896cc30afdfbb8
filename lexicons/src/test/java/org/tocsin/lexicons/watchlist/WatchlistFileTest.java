package org.tocsin.lexicons.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchlistFileTest {
  private final Watchlist list = Lists.sample();
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("a.watchlist");
    list.write(file);
  }

  @Test
  void open_written_isTheSame() throws IOException {
    Watchlist read = Watchlist.open(file);
    assertThat(read.digest()).isEqualTo(list.digest());
    assertThat(read.items()).isEqualTo(list.items());
    assertThat(read.sources()).isEqualTo(list.sources());
    assertThat(Watchlist.read(list.toBytes(), "bytes").digest()).isEqualTo(list.digest());
  }

  @Test
  void digest_sameContent_isTheSameAndAnyChangeShows() {
    assertThat(Lists.sample().digest()).isEqualTo(list.digest());
    WatchlistBuilder more = Lists.builder();
    assertThat(more.name("x:E1", "entity", List.of(), "Dock Front", "alias", true)).isNull();
    assertThat(more.build(list.sources()).digest()).isNotEqualTo(list.digest());
    assertThat(Lists.builder().build(List.of()).digest()).isNotEqualTo(list.digest());
  }

  @Test
  void open_anyByteChangedOrCutOff_isRefusedWithItsName() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] broken = whole.clone();
      if (i % 2 == 0) {
        broken = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        broken[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        // Gzip's header holds bytes that mean nothing.
        assertThat(Watchlist.read(broken, "it").items()).isEqualTo(list.items());
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("it is ");
      }
    }
  }

  @Test
  void open_contentOfAnotherDigest_isDamaged() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String head = new String(bytes, 0, 85, StandardCharsets.US_ASCII);
    bytes[20] = (byte) (bytes[20] == 'a' ? 'b' : 'a');
    assertThat(head).startsWith("tocsin-watchlist 1 " + list.digest());
    assertThatThrownBy(() -> Watchlist.read(bytes, "it"))
        .hasMessage("it is damaged: its digest differs from what it says");
  }

  @Test
  void open_laterFormat_saysWhatToDo() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes["tocsin-watchlist ".length()] = '9';
    assertThatThrownBy(() -> Watchlist.read(bytes, "it"))
        .hasMessage("it is a watchlist of format 9, this is format 1: import its lists again");
  }

  @Test
  void open_anotherFile_saysSo() throws IOException {
    Files.writeString(file, "<CONSOLIDATED_LIST/>");
    assertThatThrownBy(() -> Watchlist.open(file))
        .hasMessageContaining("a.watchlist is no watchlist");
  }

  @Test
  void union_ofTwo_hasTheItemsOfBothAndTheLaterOfOneReference() {
    WatchlistBuilder other = new WatchlistBuilder();
    assertThat(other.name("x:E1", "entity", List.of(), "Renamed Front", "primary", true)).isNull();
    assertThat(other.name("y:1", "entity", List.of(), "Blue Harbour", "primary", true)).isNull();
    Watchlist union = Watchlist.union(List.of(list, other.build(List.of())));
    assertThat(union.items())
        .extracting(item -> item.reference() + " " + item.title())
        .containsExactly("x:E1 Renamed Front", "x:P1 Ann Dock Lakeside", "y:1 Blue Harbour");
    assertThat(Watchlist.union(List.of(list))).isSameAs(list);
  }
}
