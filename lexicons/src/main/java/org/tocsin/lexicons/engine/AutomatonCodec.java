package org.tocsin.lexicons.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes an automaton as its flat arrays, one after the other, and reads it back. */
final class AutomatonCodec {
  private AutomatonCodec() {}

  static void write(Automaton a, Arrays out) {
    Slots slots = a.slots();
    out.strings(List.of(slots.words()));
    out.bytes(slots.traits());
    out.ints(slots.suffixes());
    out.bytes(slots.stems());
    out.ints(new int[] {slots.endings().size()});
    slots.endings().forEach(out::strings);
    table(a.vocabulary(), out);
    out.longs(a.grams().bits());
    map(a.trie().edges(), out);
    out.ints(a.trie().endOffsets());
    out.ints(a.trie().entries());
    out.ints(a.trie().evaded());
    table(a.prefixes(), out);
    out.longs(a.beginnings().bits());
    table(a.typos(), out);
    out.longs(a.typoFilter().bits());
    table(a.masked(), out);
    table(a.stems(), out);
    out.ints(new int[] {a.beginning(), a.stemmers()});
    out.ints(a.allowed());
    out.longs(a.languages());
    List<String> names = List.copyOf(a.tongues().bits().keySet());
    out.strings(names);
    out.longs(
        names.stream().mapToLong(name -> a.tongues().bits().getOrDefault(name, 0L)).toArray());
  }

  static Automaton read(Arrays in) {
    String[] words = in.strings().toArray(String[]::new);
    byte[] traits = in.bytes();
    int[] suffixes = in.ints();
    byte[] stems = in.bytes();
    int lists = in.ints()[0];
    List<List<String>> endings = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      endings.add(in.strings());
    }
    Slots slots = new Slots(words, traits, suffixes, stems, endings);
    SlotTable vocabulary = table(in);
    BitFilter grams = new BitFilter(in.longs());
    PhraseTrie trie = new PhraseTrie(map(in), in.ints(), in.ints(), in.ints());
    SlotTable prefixes = table(in);
    BitFilter beginnings = new BitFilter(in.longs());
    SlotTable typos = table(in);
    BitFilter typoFilter = new BitFilter(in.longs());
    SlotTable masked = table(in);
    SlotTable stemTable = table(in);
    int[] scalars = in.ints();
    int[] allowed = in.ints();
    long[] languages = in.longs();
    return new Automaton(
        slots,
        vocabulary,
        grams,
        trie,
        prefixes,
        scalars[0],
        beginnings,
        typos,
        typoFilter,
        masked,
        stemTable,
        scalars[1],
        allowed,
        languages,
        tongues(in.strings(), in.longs()));
  }

  private static Languages tongues(List<String> names, long[] bits) {
    Map<String, Long> map = new HashMap<>();
    for (int i = 0; i < bits.length; i++) {
      map.put(names.get(i), bits[i]);
    }
    return new Languages(map);
  }

  private static void table(SlotTable table, Arrays out) {
    map(table.lists(), out);
    out.ints(table.offsets());
    out.ints(table.slots());
  }

  private static SlotTable table(Arrays in) {
    return new SlotTable(map(in), in.ints(), in.ints());
  }

  private static void map(LongIntMap map, Arrays out) {
    out.longs(map.keys());
    out.ints(map.values());
    out.ints(new int[] {map.size()});
  }

  private static LongIntMap map(Arrays in) {
    return new LongIntMap(in.longs(), in.ints(), in.ints()[0]);
  }

  /** A buffer of arrays, each behind its length in bytes. */
  static final class Arrays {
    private ByteBuffer buffer;

    Arrays(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    ByteBuffer buffer() {
      return buffer;
    }

    private ByteBuffer room(long bytes) {
      if (buffer.remaining() < bytes + 4) {
        int size = Math.toIntExact(Math.max(buffer.capacity() * 2L, buffer.position() + bytes + 4));
        buffer = ByteBuffer.allocate(size).put(buffer.flip());
      }
      return buffer.putInt(Math.toIntExact(bytes));
    }

    void bytes(byte[] items) {
      room(items.length).put(items);
    }

    void ints(int[] items) {
      ByteBuffer room = room(items.length * 4L);
      room.asIntBuffer().put(items);
      room.position(room.position() + items.length * 4);
    }

    void longs(long[] items) {
      ByteBuffer room = room(items.length * 8L);
      room.asLongBuffer().put(items);
      room.position(room.position() + items.length * 8);
    }

    void strings(List<String> items) {
      ints(new int[] {items.size()});
      items.forEach(item -> bytes(item.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
      byte[] items = new byte[buffer.getInt()];
      buffer.get(items);
      return items;
    }

    int[] ints() {
      int[] items = new int[buffer.getInt() / 4];
      buffer.asIntBuffer().get(items);
      buffer.position(buffer.position() + items.length * 4);
      return items;
    }

    long[] longs() {
      long[] items = new long[buffer.getInt() / 8];
      buffer.asLongBuffer().get(items);
      buffer.position(buffer.position() + items.length * 8);
      return items;
    }

    List<String> strings() {
      int count = ints()[0];
      List<String> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(new String(bytes(), StandardCharsets.UTF_8));
      }
      return items;
    }
  }
}
