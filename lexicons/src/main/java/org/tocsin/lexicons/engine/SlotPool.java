package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the distinct words while a bundle is compiled. */
final class SlotPool {
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> slots = new ArrayList<>();
  private final Map<List<String>, Integer> endingNumbers = new HashMap<>();
  private final List<List<String>> endings = new ArrayList<>();

  SlotPool() {
    endings.add(List.of());
    endingNumbers.put(List.of(), 0);
  }

  /** How many there are. */
  int size() {
    return slots.size();
  }

  int slot(String word, int traits, List<String> suffixes, int stems) {
    int ending =
        endingNumbers.computeIfAbsent(
            suffixes,
            list -> {
              endings.add(list.stream().map(SlotPool::fold).toList());
              return endings.size() - 1;
            });
    Key key = new Key(word, traits, ending, stems);
    Integer known = numbers.putIfAbsent(key, slots.size());
    if (known != null) {
      return known;
    }
    slots.add(key);
    return slots.size() - 1;
  }

  private static String fold(String suffix) {
    char[] text = suffix.toCharArray();
    return new Units().clear().append(text, 0, text.length, false).folded();
  }

  /** Compiles the tables that find the slots. */
  SlotIndex tables() {
    int n = slots.size();
    String[] words = new String[n];
    byte[] traits = new byte[n];
    int[] suffixes = new int[n];
    byte[] stems = new byte[n];
    for (int i = 0; i < n; i++) {
      Key slot = slots.get(i);
      words[i] = slot.word;
      traits[i] = (byte) slot.traits;
      suffixes[i] = slot.ending;
      stems[i] = (byte) slot.stems;
    }
    return new SlotIndex(new Slots(words, traits, suffixes, stems, List.copyOf(endings)));
  }

  private record Key(String word, int traits, int ending, int stems) {}
}
