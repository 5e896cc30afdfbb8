package org.tocsin.connectors.watchlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a reader tells, one line an item. */
final class Items {
  private Items() {}

  static List<String> of(ListReader reader, String text) throws IOException {
    List<String> told = new ArrayList<>();
    reader.read(stream(text), into(told));
    return told;
  }

  static Consumer<ListItem> into(List<String> told) {
    return item -> told.add(shown(item));
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(ListItem item) {
    String what =
        switch (item.getClass().getSimpleName()) {
          case "ListedName" -> name((ListedName) item);
          case "ListedIdentifier" -> {
            ListedIdentifier id = (ListedIdentifier) item;
            yield id.holder().reference() + " " + id.scheme() + " " + id.value();
          }
          case "ListedWord" -> {
            ListedWord word = (ListedWord) item;
            yield String.join("|", word.id(), word.text(), word.label(), word.sure() + "");
          }
          case "ListedProgrammes" -> {
            ListedProgrammes listed = (ListedProgrammes) item;
            yield listed.reference() + " programmes " + String.join(",", listed.programmes());
          }
          default -> "unusable: " + ((Unusable) item).reason();
        };
    return item.line() + " " + what;
  }

  private static String name(ListedName name) {
    return "%s %s%s %s [%s] %s"
        .formatted(
            name.holder().reference(),
            name.form(),
            name.sure() ? "" : "?",
            name.holder().kind(),
            String.join(",", name.holder().programmes()),
            name.name());
  }
}
