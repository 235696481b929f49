package dev.cairn.pact.capability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndoMapTest {
  @Test
  void returnTo_undoesAdditionsAndReplacements() {
    UndoMap<String, Integer> map = new UndoMap<>();
    map.put("a", 1);
    int mark = map.mark();
    map.put("a", 2);
    map.put("b", 3);
    map.returnTo(mark);
    assertThat(map.get("a")).isEqualTo(1);
    assertThat(map.get("b")).isNull();
    map.returnTo(0);
    assertThat(map.isEmpty()).isTrue();
  }
}
