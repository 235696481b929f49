package dev.cairn.devnet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which versions a block sees, over forks. */
class LineageTest {

  private static Lineage of(long... versions) {
    Lineage lineage = Lineage.NONE;
    for (long version : versions) {
      lineage = lineage.next(version);
    }
    return lineage;
  }

  private static List<Long> seen(Lineage lineage) {
    return LongStream.range(0, 12).filter(lineage::sees).boxed().toList();
  }

  @Test
  void sees_whatItsOwnBranchWrote() {
    assertThat(seen(Lineage.NONE)).isEmpty();
    assertThat(seen(of(0, 1, 2))).containsExactly(0L, 1L, 2L);
    assertThat(seen(of(0, 1, 5, 6, 9))).containsExactly(0L, 1L, 5L, 6L, 9L);
    assertThat(of(0, 1, 5).newest()).isEqualTo(5);
    assertThat(Lineage.NONE.newest()).isEqualTo(-1);
  }

  @Test
  void next_comesAfterAll() {
    assertThatThrownBy(() -> of(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Version 1 does not come after 1.");
  }

  @Test
  void above_forgetsForksThatNothingIsLeftOf() {
    Lineage forked = of(0, 1, 4, 5, 8, 9);
    assertThat(forked.above(1)).isEqualTo(forked);
    assertThat(seen(forked.above(4))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 8L, 9L);
    assertThat(forked.above(9).spans()).hasSize(1);
  }

  @Test
  void encoding_bringsItBack() {
    for (Lineage lineage : List.of(Lineage.NONE, of(0), of(0, 1, 4, 5, 8))) {
      ByteBuffer bytes = ByteBuffer.allocate(lineage.size());
      lineage.encode(bytes);
      assertThat(Lineage.decode(bytes.flip())).isEqualTo(lineage);
    }
  }
}
