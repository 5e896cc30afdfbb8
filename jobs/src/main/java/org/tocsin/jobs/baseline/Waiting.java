package org.tocsin.jobs.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The hours that are not learned yet, oldest first: a ring of counts. */
final class Waiting {
  private final long[] posts;
  private long from;
  private int size;

  /** Of at most so many hours. */
  Waiting(int hours) {
    posts = new long[hours];
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return size == posts.length;
  }

  int capacity() {
    return posts.length;
  }

  /** The oldest hour, since the epoch. */
  long from() {
    return from;
  }

  /** The hour after the newest. */
  long until() {
    return from + size;
  }

  /** Begins anew, empty, at an hour. */
  void restart(long hour) {
    from = hour;
    size = 0;
  }

  /** Opens the next hour; there must be room. */
  void open() {
    posts[index(from + size)] = 0;
    size++;
  }

  /** Takes the oldest hour away. */
  long take() {
    long taken = posts[index(from)];
    from++;
    size--;
    return taken;
  }

  /** Adds to an hour; one that is not here is past and stays as it was learned. */
  void add(long hour, long more) {
    if (hour >= from && hour < from + size) {
      posts[index(hour)] += more;
    }
  }

  /** The middle one of the waiting hours; there is at least one. */
  long median() {
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = posts[index(from + i)];
    }
    Arrays.sort(sorted);
    return sorted[size / 2];
  }

  private int index(long hour) {
    return (int) Math.floorMod(hour, (long) posts.length);
  }

  void write(DataOutput out) throws IOException {
    long most = 0;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, posts[index(from + i)]);
    }
    int width = most <= 0xFF ? 1 : most <= 0xFFFF ? 2 : Long.BYTES;
    out.writeByte(posts.length);
    out.writeByte(size);
    out.writeByte(width);
    out.writeLong(from);
    for (int i = 0; i < size; i++) {
      long value = posts[index(from + i)];
      switch (width) {
        case 1 -> out.writeByte((int) value);
        case 2 -> out.writeShort((int) value);
        default -> out.writeLong(value);
      }
    }
  }

  static Waiting read(DataInput in) throws IOException {
    Waiting waiting = new Waiting(in.readUnsignedByte());
    int size = in.readUnsignedByte();
    int width = in.readUnsignedByte();
    waiting.from = in.readLong();
    for (int i = 0; i < size; i++) {
      waiting.open();
      waiting.add(
          waiting.from + i,
          switch (width) {
            case 1 -> in.readUnsignedByte();
            case 2 -> in.readUnsignedShort();
            default -> in.readLong();
          });
    }
    return waiting;
  }
}
