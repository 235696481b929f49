package dev.cairn.pact.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.value.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class PersistentMapTest {

  /** Differential against the JDK's map; every old version must stay what it was. */
  @Property(tries = 300)
  void map_agreesWithATreeMapAtEveryVersion(
      @ForAll @Size(max = 200) List<@StringLength(max = 2) String> keys) {
    SortedMap<String, Integer> plain = new TreeMap<>(CodePoints.ORDER);
    PersistentMap<Integer> map = PersistentMap.empty();
    List<PersistentMap<Integer>> versions = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      plain.put(keys.get(i), i);
      map = map.with(keys.get(i), i);
      versions.add(map);
      expected.add(List.copyOf(plain.keySet()));
    }
    for (int i = 0; i < versions.size(); i++) {
      assertThat(versions.get(i).keys()).isEqualTo(expected.get(i));
    }
    PersistentMap<Integer> last = map;
    plain.forEach((key, value) -> assertThat(last.get(key)).isEqualTo(value));
  }
}
