package org.tocsin.jobs.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A running mean of posts per hour for each hour of the week. */
final class Cells {
  /** Hours of a week; hour 0 begins on Monday at 00:00 UTC. */
  static final int COUNT = 168;

  /** Beyond this many weeks a mean forgets as fast as it learns: it moves by an eighth a week. */
  static final int MEMORY_WEEKS = 8;

  /** 1970-01-01 was a Thursday. */
  private static final int EPOCH_HOUR = 3 * 24;

  private final float[] means = new float[COUNT];
  private final byte[] weeks = new byte[COUNT];

  /** The cell of an hour since the epoch. */
  static int of(long hour) {
    return (int) Math.floorMod(hour + EPOCH_HOUR, (long) COUNT);
  }

  /** Whether a cell is on Saturday or Sunday. */
  static boolean weekend(int cell) {
    return cell >= 5 * 24;
  }

  double mean(int cell) {
    return means[cell];
  }

  /** How many weeks a mean rests on, up to {@link #MEMORY_WEEKS}. */
  int weeks(int cell) {
    return weeks[cell];
  }

  void learn(int cell, double posts) {
    if (weeks[cell] < MEMORY_WEEKS) {
      weeks[cell]++;
    }
    means[cell] = kept(means[cell] + (posts - means[cell]) / weeks[cell]);
  }

  /** As precise as the written form: results do not depend on when state is written. */
  private static float kept(double mean) {
    return Float.intBitsToFloat(Float.floatToIntBits((float) mean) & 0xFFFFFF00);
  }

  void write(DataOutput out) throws IOException {
    for (int cell = 0; cell < COUNT; cell++) {
      int bits = Float.floatToIntBits(means[cell]) >>> 8;
      out.writeByte(bits >>> 16);
      out.writeShort(bits);
    }
    for (int cell = 0; cell < COUNT; cell += 2) {
      out.writeByte(weeks[cell] << 4 | weeks[cell + 1]);
    }
  }

  static Cells read(DataInput in) throws IOException {
    Cells cells = new Cells();
    for (int cell = 0; cell < COUNT; cell++) {
      int high = in.readUnsignedByte();
      cells.means[cell] = Float.intBitsToFloat((high << 16 | in.readUnsignedShort()) << 8);
    }
    for (int cell = 0; cell < COUNT; cell += 2) {
      int both = in.readUnsignedByte();
      cells.weeks[cell] = (byte) (both >>> 4);
      cells.weeks[cell + 1] = (byte) (both & 0xF);
    }
    return cells;
  }
}
