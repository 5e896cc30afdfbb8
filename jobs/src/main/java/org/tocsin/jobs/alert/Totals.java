package org.tocsin.jobs.alert;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.lexicons.score.RuleSelection;

/**
 * Counts all posts by platform, language and minute, before anything is shuffled. Holds back no
 * count beyond a watermark, a checkpoint or {@link #MOST} different ones, and so has no state.
 */
public final class Totals extends HoldingBack<PostSeen, Control> {
  private static final long serialVersionUID = 1L;

  static final long MINUTE = 60_000;
  private static final int MOST = 10_000;

  private record Key(String platform, String lang, long minute) {}

  private transient Map<Key, Long> counts = new HashMap<>();

  @Override
  public void open() throws Exception {
    super.open();
    counts = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<PostSeen> element) {
    PostSeen post = element.getValue();
    String lang = RuleSelection.primary(post.lang());
    counts.merge(new Key(post.platform(), lang, Windows.start(post.at(), MINUTE)), 1L, Long::sum);
    if (counts.size() >= MOST) {
      flush();
    }
  }

  @Override
  void flush() {
    counts.forEach(
        (key, count) ->
            output.collect(
                new StreamRecord<>(
                    Control.total(key.platform(), key.lang(), key.minute(), count), key.minute())));
    counts.clear();
  }
}
