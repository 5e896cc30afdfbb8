package org.tocsin.lexicons;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the pack records by their components, so that a new component needs no code
 * here. Equal values that are read are one object: packs repeat themselves. A component that is as
 * in the record before is neither written nor read anew. One per thread.
 */
final class RecordCodec {
  private final Map<Object, Object> shared = new HashMap<>();
  private final Map<Class<?>, Map<String, Object>> parsed = new HashMap<>();
  private final Map<Class<?>, Shape> shapes = new HashMap<>();

  /** Writes a value of one of the kinds that {@link #read} knows. */
  void write(DataOutput out, @Nullable Object value) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    if (value instanceof Record) {
      components(out, value);
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> sorted = new TreeMap<>(map);
      write(out, List.copyOf(sorted.keySet()));
      write(out, List.copyOf(sorted.values()));
    } else if (value instanceof Collection<?> items) {
      List<Object> ordered = new ArrayList<>(items);
      if (value instanceof Set) {
        ordered.sort((a, b) -> a.toString().compareTo(b.toString()));
      }
      out.writeInt(ordered.size());
      for (Object item : ordered) {
        write(out, item);
      }
    } else {
      byte[] bytes =
          (value instanceof Enum<?> e ? e.name() : value.toString())
              .getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** A component that equals that of the record before has its bytes too. */
  private void components(DataOutput out, Object record) throws IOException {
    Shape shape = shape(record.getClass());
    for (int i = 0; i < shape.types.length; i++) {
      Object value = shape.component(record, i);
      byte[] bytes = shape.bytes[i];
      if (bytes.length == 0 || !Objects.equals(value, shape.values[i])) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        write(new DataOutputStream(written), value);
        bytes = written.toByteArray();
        shape.values[i] = value;
        shape.bytes[i] = bytes;
      }
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private Shape shape(Class<?> kind) throws IOException {
    Shape shape = shapes.get(kind);
    if (shape == null) {
      shape = Shape.of(kind);
      shapes.put(kind, shape);
    }
    return shape;
  }

  /** Reads what {@link #write} wrote of a type. */
  @Nullable Object read(ByteBuffer in, Type type) throws IOException {
    if (in.get() == 0) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      return shared(collection(in, generic));
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isRecord()) {
      return record(in, kind);
    }
    int length = in.getInt();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    if (kind == String.class) {
      return shared(text);
    }
    Map<String, Object> known = parsed.computeIfAbsent(kind, unused -> new HashMap<>());
    Object value = known.get(text);
    if (value == null) {
      value = parse(text, kind);
      known.put(text, value);
    }
    return value;
  }

  private Object shared(Object value) {
    Object known = shared.putIfAbsent(value, value);
    return known == null ? value : known;
  }

  private Object collection(ByteBuffer in, ParameterizedType type) throws IOException {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      in.get();
      List<Object> keys = items(in, of[0]);
      in.get();
      List<Object> values = items(in, of[1]);
      Map<Object, Object> map = new HashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        map.put(keys.get(i), values.get(i));
      }
      return Map.copyOf(map);
    }
    List<Object> items = items(in, of[0]);
    return type.getRawType() == Set.class ? Set.copyOf(items) : items;
  }

  private List<Object> items(ByteBuffer in, Type type) throws IOException {
    Object[] items = new Object[in.getInt()];
    for (int i = 0; i < items.length; i++) {
      items[i] = read(in, type);
    }
    return List.of(items);
  }

  private Object record(ByteBuffer in, Class<?> kind) throws IOException {
    Shape shape = shape(kind);
    @Nullable Object[] values = new @Nullable Object[shape.types.length];
    for (int i = 0; i < values.length; i++) {
      int end = in.getInt() + in.position();
      byte[] before = shape.bytes[i];
      int from = in.arrayOffset() + in.position();
      int to = in.arrayOffset() + end;
      if (!Arrays.equals(in.array(), from, to, before, 0, before.length)) {
        shape.bytes[i] = Arrays.copyOfRange(in.array(), from, to);
        shape.values[i] = read(in, shape.types[i]);
      }
      values[i] = shape.values[i];
      in.position(end);
    }
    try {
      return shape.constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot make a " + kind.getSimpleName(), e);
    }
  }

  /** How a kind of record is made, and the components of the one that was last read or written. */
  // Flat arrays on purpose: it is never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Shape(
      Constructor<?> constructor,
      Method[] accessors,
      Type[] types,
      byte[][] bytes,
      @Nullable Object[] values) {

    static Shape of(Class<?> kind) throws IOException {
      RecordComponent[] parts = kind.getRecordComponents();
      Class<?>[] raw = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Type[] types = Arrays.stream(parts).map(RecordComponent::getGenericType).toArray(Type[]::new);
      try {
        return new Shape(
            kind.getDeclaredConstructor(raw),
            Arrays.stream(parts).map(RecordComponent::getAccessor).toArray(Method[]::new),
            types,
            new byte[parts.length][0],
            new @Nullable Object[parts.length]);
      } catch (NoSuchMethodException e) {
        throw new IOException("cannot make a " + kind.getSimpleName(), e);
      }
    }

    @Nullable Object component(Object record, int i) throws IOException {
      try {
        return accessors[i].invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IOException("cannot read " + accessors[i], e);
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object parse(String text, Class<?> kind) throws IOException {
    if (kind.isEnum()) {
      return Enum.valueOf((Class) kind, text);
    } else if (kind == double.class || kind == Double.class) {
      return Double.valueOf(text);
    } else if (kind == int.class || kind == Integer.class) {
      return Integer.valueOf(text);
    } else if (kind == long.class || kind == Long.class) {
      return Long.valueOf(text);
    } else if (kind == boolean.class || kind == Boolean.class) {
      return Boolean.valueOf(text);
    } else if (kind == LocalDate.class) {
      return LocalDate.parse(text);
    } else if (kind == Duration.class) {
      return Duration.parse(text);
    }
    throw new IOException("records hold no " + kind);
  }
}
