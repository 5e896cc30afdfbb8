package org.tocsin.lexicons;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the pack records by their components, so that a new component needs no code
 * here. Equal values that are read are one object: packs repeat themselves. One per thread.
 */
final class RecordCodec {
  private final Map<Object, Object> shared = new HashMap<>();
  private final Map<Class<?>, Map<String, Object>> parsed = new HashMap<>();
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();
  private final Map<Class<?>, Constructor<?>> constructors = new HashMap<>();

  /** Writes a value of one of the kinds that {@link #read} knows. */
  void write(DataOutput out, @Nullable Object value) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    if (value instanceof Record) {
      for (RecordComponent component : components(value.getClass())) {
        try {
          write(out, component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new IOException("cannot read " + component, e);
        }
      }
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

  /** Reads what {@link #write} wrote of a type. */
  @Nullable Object read(DataInput in, Type type) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      return shared(collection(in, generic));
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isRecord()) {
      return record(in, kind);
    }
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
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

  private Object collection(DataInput in, ParameterizedType type) throws IOException {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      in.readBoolean();
      List<Object> keys = items(in, of[0]);
      in.readBoolean();
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

  private List<Object> items(DataInput in, Type type) throws IOException {
    Object[] items = new Object[in.readInt()];
    for (int i = 0; i < items.length; i++) {
      items[i] = read(in, type);
    }
    return List.of(items);
  }

  private Object record(DataInput in, Class<?> kind) throws IOException {
    RecordComponent[] parts = components(kind);
    @Nullable Object[] values = new @Nullable Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = read(in, parts[i].getGenericType());
    }
    try {
      return constructor(kind, parts).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot make a " + kind.getSimpleName(), e);
    }
  }

  private RecordComponent[] components(Class<?> kind) {
    return components.computeIfAbsent(kind, Class::getRecordComponents);
  }

  private Constructor<?> constructor(Class<?> kind, RecordComponent[] parts)
      throws NoSuchMethodException {
    Constructor<?> known = constructors.get(kind);
    if (known == null) {
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      known = kind.getDeclaredConstructor(types);
      constructors.put(kind, known);
    }
    return known;
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
