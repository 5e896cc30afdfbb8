package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/** Values by key: Flink's state in a job, a map in rehearsals. */
interface Keep<V> {
  @Nullable V get(String key) throws Exception;

  void put(String key, V value) throws Exception;

  void remove(String key) throws Exception;

  /** The values, in no order; nothing may be put or removed meanwhile. */
  Iterable<V> values() throws Exception;

  /** A copy, in order of keys. */
  default List<Map.Entry<String, V>> entries() throws Exception {
    return entries(value -> true);
  }

  /** A copy of some, in order of keys. */
  List<Map.Entry<String, V>> entries(Predicate<? super V> which) throws Exception;

  /** In memory. */
  static <V> Keep<V> inMemory() {
    TreeMap<String, V> map = new TreeMap<>();
    return new Keep<>() {
      @Override
      public @Nullable V get(String key) {
        return map.get(key);
      }

      @Override
      public void put(String key, V value) {
        map.put(key, value);
      }

      @Override
      public void remove(String key) {
        map.remove(key);
      }

      @Override
      public Iterable<V> values() {
        return map.values();
      }

      @Override
      public List<Map.Entry<String, V>> entries(Predicate<? super V> which) {
        return map.entrySet().stream()
            .filter(entry -> which.test(entry.getValue()))
            .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
            .toList();
      }
    };
  }

  /** In a state of the key at hand. */
  static <V> Keep<V> of(MapState<String, V> state) {
    return new Keep<>() {
      @Override
      public @Nullable V get(String key) throws Exception {
        return state.get(key);
      }

      @Override
      public void put(String key, V value) throws Exception {
        state.put(key, value);
      }

      @Override
      public void remove(String key) throws Exception {
        state.remove(key);
      }

      @Override
      public Iterable<V> values() throws Exception {
        return state.values();
      }

      @Override
      public List<Map.Entry<String, V>> entries(Predicate<? super V> which) throws Exception {
        List<Map.Entry<String, V>> entries = new ArrayList<>();
        for (Map.Entry<String, V> entry : state.entries()) {
          if (which.test(entry.getValue())) {
            entries.add(Map.entry(entry.getKey(), entry.getValue()));
          }
        }
        entries.sort(Map.Entry.comparingByKey());
        return entries;
      }
    };
  }
}
