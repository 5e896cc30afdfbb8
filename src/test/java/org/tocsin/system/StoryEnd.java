package org.tocsin.system;

import static org.tocsin.system.Story.at;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.tocsin.events.Alert;
import org.tocsin.events.Sample;

/** What has to come of {@link Story}, counted by hand. */
final class StoryEnd {
  private StoryEnd() {}

  /** What decides in an alert. */
  record Rung(
      String id,
      int revision,
      String status,
      String severity,
      Instant start,
      Instant end,
      int posts,
      int authors,
      int platforms,
      int channels,
      Instant firstSeen,
      Instant lastSeen,
      List<String> samples) {

    static Rung of(Alert alert) {
      return new Rung(
          alert.id(),
          alert.revision(),
          alert.status().label(),
          alert.severity().name(),
          alert.windowStart(),
          alert.windowEnd(),
          alert.posts(),
          alert.authors(),
          alert.platforms(),
          alert.channels(),
          alert.firstSeen(),
          alert.lastSeen(),
          alert.samples().stream().map(Sample::postId).toList());
    }

    /** The group as ids hold it: each value behind its length. */
    private static Rung open(
        String rule,
        String group,
        String severity,
        Instant start,
        Instant end,
        List<Integer> counts,
        Instant firstSeen,
        Instant lastSeen,
        List<String> samples) {
      return new Rung(
          sha256(rule + group + "|" + start).substring(0, 32),
          1,
          "open",
          severity,
          start,
          end,
          counts.get(0),
          counts.get(1),
          counts.get(2),
          counts.get(3),
          firstSeen,
          lastSeen,
          samples);
    }
  }

  /** Alerts of everything that came before one o'clock. */
  static List<Rung> untilOne() {
    return List.of(
        Rung.open(
            "starter@1/gathering",
            "|10:propaganda|2:en",
            "P3",
            at(0, 0),
            at(10, 0),
            // p1, p2, p3, p4, p6; the same name on two platforms is two accounts.
            List.of(5, 4, 3, 1),
            at(1, 0),
            at(10, 0).minusMillis(1),
            List.of("mastodon:p4", "x:p1", "bluesky:p2")),
        Rung.open(
            "starter@1/attack-talk",
            "|5:cyber|2:en",
            "P2",
            at(10, 0),
            at(20, 0),
            List.of(4, 3, 2, 0),
            at(11, 0),
            at(14, 0),
            List.of("x:c4", "x:c5", "bluesky:c6")),
        Rung.open(
            "starter@1/money-appeals",
            "|9:financing|2:en",
            "P2",
            at(0, 0),
            at(60, 0),
            List.of(4, 4, 2, 1),
            at(5, 0),
            at(55, 0),
            List.of("x:f1", "mastodon:f2", "x:f4")));
  }

  /** The alert of a window that only draining ends. */
  static Rung afterFive() {
    return Rung.open(
        "starter@1/attack-talk",
        "|5:cyber|2:en",
        "P2",
        at(60, 0),
        at(70, 0),
        List.of(3, 2, 1, 0),
        at(66, 1),
        at(66, 3),
        List.of("x:k1", "x:k2", "x:k3"));
  }

  /** Posts under categories that have a signal, whatever became of them. */
  static Set<String> signalKeys() {
    return Set.of(
        "x:p1|propaganda",
        "bluesky:p2|propaganda",
        "x:p3|propaganda",
        "mastodon:p4|propaganda",
        "x:p5|propaganda",
        "x:p6|propaganda",
        "x:p7|propaganda",
        "x:late|propaganda",
        "x:c1|cyber",
        "x:c2|cyber",
        "x:c3|cyber",
        "x:c4|cyber",
        "x:c5|cyber",
        "bluesky:c6|cyber",
        "x:c7|cyber",
        "x:c8|cyber",
        "x:c9|cyber",
        "x:c10|cyber",
        "x:c11|cyber",
        "x:k1|cyber",
        "x:k2|cyber",
        "x:k3|cyber",
        "x:f1|financing",
        "mastodon:f2|financing",
        "x:f3|financing",
        "x:f4|financing");
  }

  /** Those of them that no longer stand, as their last record has to say. */
  static Set<String> retracted() {
    return Set.of("x:p5|propaganda", "x:c3|cyber", "x:c7|cyber", "x:c8|cyber");
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
