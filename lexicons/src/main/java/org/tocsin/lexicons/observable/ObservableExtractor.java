package org.tocsin.lexicons.observable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tocsin.events.Observable;

/**
 * Finds observables in raw texts: wallets, IBANs, invite links, payment and crowdfunding pages,
 * gift-card wording, e-mail addresses, domains and URLs, also where they are split, defanged or
 * written with look-alikes. {@code docs/observables.md} lists kinds, canonical values and checks.
 *
 * <p>Phone and card numbers are not among them: whoever holds the key of pseudonyms adds them, so
 * that none leaves unkeyed. Time grows with the text's length only. Reuses its buffers: one per
 * thread.
 */
public final class ObservableExtractor {
  private static final Set<String> FINANCING = ObservableKind.labels(ObservableKind::financing);

  private final Text text = new Text();
  private final Found found = new Found();
  private final Sweep sweep = new Sweep(found);
  private final GiftCards giftCards = new GiftCards(found);

  /** An extractor for one thread. */
  public ObservableExtractor() {}

  /**
   * Tells what a text holds, in order of position. Never throws for what the text is.
   *
   * @param raw the original text: neither folded nor masked
   * @param sink told before this method returns; spans are UTF-16 offsets in {@code raw}. A wallet
   *     inside a URL is told beside the URL
   */
  public void extract(CharSequence raw, Consumer<Observable> sink) {
    String string = raw.toString();
    text.set(string);
    text.steps = 0;
    found.clear();
    if (sweep.over(text)) {
      Cleaner.clean(text);
      found.clear();
      boolean unused = sweep.over(text);
    }
    giftCards.find(string, text);
    found.tell(sink);
  }

  /** The observables of a text, no more than {@code max}: see {@link #most}. */
  public List<Observable> extract(CharSequence raw, int max) {
    List<Observable> all = new ArrayList<>();
    extract(raw, all::add);
    return most(all, max);
  }

  /**
   * No more than {@code max} of these: what is listed first, then what carries money before mere
   * links, then in the order given. All in the order given when they are not more.
   */
  public static List<Observable> most(List<Observable> all, int max) {
    if (all.size() <= max) {
      return List.copyOf(all);
    }
    return all.stream()
        .sorted(Comparator.comparingInt(ObservableExtractor::rank))
        .limit(max)
        .toList();
  }

  private static int rank(Observable observable) {
    return observable.listed().isEmpty() ? (isFinancing(observable) ? 1 : 2) : 0;
  }

  /**
   * Whether an observable can carry money or leads to a closed channel, so that its post is worth a
   * look although no lexicon matched: see {@link ObservableKind#financing}.
   */
  public static boolean isFinancing(Observable observable) {
    return FINANCING.contains(observable.kind());
  }

  /** Characters looked at for the last text, beyond one look at each. */
  long steps() {
    return text.steps;
  }
}
