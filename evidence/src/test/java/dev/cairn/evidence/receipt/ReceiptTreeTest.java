package dev.cairn.evidence.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.LeafIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptTreeTest {
  private static final int EXHAUSTIVE = 70;

  @Test
  void everyPathOfEverySmallTree_isThatOfTheBatchTree() {
    for (int size = 1; size <= EXHAUSTIVE; size++) {
      List<Hash> leaves =
          IntStream.range(0, size)
              .mapToObj(i -> MerkleLog.hashLeaf(new byte[] {(byte) i}))
              .toList();
      BatchTree batch = BatchTree.ofLeaves(leaves);
      byte[] hashes = ReceiptTree.hashes(leaves);
      assertThat(ReceiptTree.root(hashes)).isEqualTo(batch.root());
      ReceiptTree tree = ReceiptTree.of("e30.e30.AA", size, hashes);
      for (int i = 0; i < size; i++) {
        assertThat(tree.receipt(i, Optional.empty()).path())
            .isEqualTo(batch.path(new LeafIndex(i)));
      }
    }
  }

  @Test
  void otherSizes_areRefused() {
    byte[] two = new byte[3 * Hash.SIZE];
    assertThat(ReceiptTree.of("a", 2, two).size()).isEqualTo(2);
    assertThatThrownBy(() -> ReceiptTree.of("a", 1, two))
        .hasMessage("A tree of 1 leaves does not have 96 bytes.");
    assertThatThrownBy(() -> ReceiptTree.of("a", 0, new byte[0])).hasMessageContaining("0 leaves");
    assertThatThrownBy(() -> ReceiptTree.of("a", 2, two).path(2)).hasMessageContaining("none at 2");
    assertThatThrownBy(() -> ReceiptTree.of("a", 2, two).path(-1)).hasMessageContaining("none");
  }
}
