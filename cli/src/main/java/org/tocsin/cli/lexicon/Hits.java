package org.tocsin.cli.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.cli.card.Ink;
import org.tocsin.connectors.privacy.Redaction;

/** A fair random sample of hits, shown: the reservoir of Vitter's algorithm R, always the same. */
final class Hits {
  /** How much of a text is shown on each side of a hit, in UTF-16 units. */
  private static final int AROUND = 100;

  private final int most;
  private final Random random = new Random(1);
  private final List<String> kept = new ArrayList<>();
  private long seen;

  Hits(int most) {
    this.most = most;
  }

  /** Offers a hit in a text. */
  void offer(String text, int start, int end) {
    seen++;
    if (kept.size() < most) {
      kept.add(shown(text, start, end));
      return;
    }
    long place = random.nextLong(seen);
    if (place < most) {
      kept.set((int) place, shown(text, start, end));
    }
  }

  /** The sample, one line a hit. */
  List<String> lines() {
    return kept;
  }

  private static String shown(String text, int start, int end) {
    String masked = Redaction.mask(text);
    int from = boundary(masked, Math.max(0, start - AROUND));
    int to = boundary(masked, Math.min(masked.length(), end + AROUND));
    String line =
        (from > 0 ? "…" : "")
            + masked.substring(from, start)
            + Ink.auto().marked(masked.substring(start, end))
            + masked.substring(end, to)
            + (to < masked.length() ? "…" : "");
    return line.replace('\n', ' ').replace('\r', ' ');
  }

  /** Not inside a surrogate pair. */
  private static int boundary(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
