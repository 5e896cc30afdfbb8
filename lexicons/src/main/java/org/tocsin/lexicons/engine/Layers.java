package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts alternatives so that none of a layer is within another of that layer. */
final class Layers {
  private final List<Text> texts = new ArrayList<>();

  /** Whether some alternative is one word that is not known before. */
  private boolean open;

  private record Text(List<String> words, List<ChoiceSource.Way> ways) {}

  /** Adds words in a row, unless there are none. */
  void add(List<String> words, List<ChoiceSource.Way> ways) {
    if (!words.isEmpty()) {
      texts.add(new Text(words, ways));
    }
  }

  /** Adds a word that may be any. */
  void addWord(ChoiceSource.Way way) {
    open = true;
    texts.add(new Text(List.of(), List.of(way)));
  }

  /** The layers; each alternative's number is one more than of the longest that is part of it. */
  List<List<ChoiceSource.Way>> layers() {
    Map<List<String>, Integer> numbers = new HashMap<>();
    List<List<ChoiceSource.Way>> layers = new ArrayList<>();
    texts.sort(Comparator.comparingInt(text -> text.words.size()));
    for (Text text : texts) {
      int layer = layer(text.words, numbers);
      numbers.put(text.words, layer);
      while (layers.size() <= layer) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).addAll(text.ways);
    }
    layers.removeIf(List::isEmpty);
    return layers;
  }

  private int layer(List<String> words, Map<List<String>, Integer> numbers) {
    int layer = open && words.size() > 1 ? 1 : 0;
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        Integer part = to - from < words.size() ? numbers.get(words.subList(from, to)) : null;
        layer = part == null ? layer : Math.max(layer, part + 1);
      }
    }
    return layer;
  }
}
