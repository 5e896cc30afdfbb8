package org.tocsin.cli.observables;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Puts an address into a post, in the ways that people write one. Always the same. */
final class Planter {
  private static final List<Frame> FRAMES =
      List.of(
          new Frame("alone", address -> address),
          new Frame("with a full stop", address -> address + "."),
          new Frame("in brackets", address -> "(" + address + ")"),
          new Frame("behind a colon", address -> "wallet:" + address),
          new Frame("as a hashtag", address -> "#" + address),
          new Frame("in a URL", address -> "https://example.org/address/" + address + "?a=1"),
          new Frame("as a URI", address -> "pay:" + address + "?amount=1"),
          new Frame("in groups of four", address -> address.replaceAll("(.{4})(?=.)", "$1 ")),
          new Frame("in two lines", address -> halves(address, "\n")),
          new Frame("zero-width space in it", address -> halves(address, "\u200B")));

  private final List<String> posts;
  private final Random random = new Random(17);

  Planter(List<String> posts) {
    this.posts = posts;
  }

  /** A way of writing; its name is a row of the table. */
  record Frame(String name, UnaryOperator<String> write) {}

  /** A post with an address in it. */
  record Planted(String text, int start, int end) {}

  static List<Frame> frames() {
    return FRAMES;
  }

  /** A drawn post with the address between two of its words. */
  Planted plant(String address, Frame frame) {
    String post = posts.get(random.nextInt(posts.size()));
    int at = post.indexOf(' ', random.nextInt(post.length() + 1));
    String before = at < 0 ? post + " " : post.substring(0, at + 1);
    String after = at < 0 ? "" : post.substring(at);
    String written = frame.write().apply(address);
    return new Planted(
        before + written + after, before.length(), before.length() + written.length());
  }

  private static String halves(String address, String between) {
    int middle = address.length() / 2;
    return address.substring(0, middle) + between + address.substring(middle);
  }
}
