package org.tocsin.connectors.watchlist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One word or phrase a line, as LDNOOBW and many others write it; {@code #} begins a comment. */
public final class PhraseListReader implements ListReader {
  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.replace("\uFEFF", "").strip();
      if (text.isEmpty()) {
        sink.accept(new Unusable(number, "empty"));
      } else if (text.startsWith("#")) {
        sink.accept(new Unusable(number, "a comment: " + text));
      } else {
        sink.accept(new ListedWord(number, text, "", "", true));
      }
    }
  }
}
