package org.tocsin.lexicons.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class CompiledWatchlistTest {
  private static final String TEXT =
      "Red Harbour Front and its Harbourmen: give to "
          + Lists.BTC
          + " or, says Krasnaya gavan, to Ann Dock Lakeside.";

  private final Watchlist list = Lists.sample();

  private static List<List<Object>> found(Watchlist list) {
    List<List<Object>> found = new ArrayList<>();
    WatchlistMatcher matcher = list.newMatcher();
    // By equality, for sets print in an order of their own.
    matcher.values(TEXT, (entry, start, end, how) -> found.add(List.of(entry, start, end)));
    matcher.names(TEXT, (entry, start, end, how) -> found.add(List.of(entry, start, end)));
    return found;
  }

  @Test
  void readCompiled_matchesAsTheListItself() throws IOException {
    Watchlist read = Watchlist.readCompiled(list.compiled(), "it");
    assertThat(read.digest()).isEqualTo(list.digest());
    assertThat(read.items()).isEqualTo(list.items());
    assertThat(found(read)).hasSizeGreaterThan(3).isEqualTo(found(list));
  }

  @Test
  void readCompiled_withoutNames_isReadAllTheSame() throws IOException {
    Watchlist empty = new WatchlistBuilder().build(List.of());
    assertThat(Watchlist.readCompiled(empty.compiled(), "it").items()).isEmpty();
  }

  @Test
  void readCompiled_namesOfAnotherList_isRefused() throws IOException {
    WatchlistBuilder other = Lists.builder();
    assertThat(other.name("x:E1", "entity", List.of(), "Dock Front", "alias", true)).isNull();
    byte[] mixed = zip(list.toBytes(), part(other.build(list.sources()).compiled(), "names"));
    assertThatThrownBy(() -> Watchlist.readCompiled(mixed, "it"))
        .isInstanceOf(IOException.class)
        .hasMessage("the compiled names are not those of watchlist " + list.digest());
  }

  @Test
  void readCompiled_whatIsNone_isRefused() throws IOException {
    byte[] file = list.toBytes();
    assertThatThrownBy(() -> Watchlist.readCompiled(file, "it"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it is no compiled watchlist");
    byte[] compiled = list.compiled();
    byte[] cut = Arrays.copyOf(compiled, compiled.length / 2);
    assertThatThrownBy(() -> Watchlist.readCompiled(cut, "it")).isInstanceOf(IOException.class);
  }

  private static byte[] part(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException("no part " + name);
  }

  private static byte[] zip(byte[] list, byte[] names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("watchlist"));
      out.write(list);
      out.putNextEntry(new ZipEntry("names"));
      out.write(names);
    }
    return bytes.toByteArray();
  }
}
