package dev.cairn.evidence.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.chainweb.merkle.ProofStep;
import dev.cairn.evidence.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTreeTest {
  private static final int SMALL = 70;

  @Test
  void rootAndPaths_areThoseOfTheChainsMerkleLog() {
    for (int size = 1; size <= SMALL; size++) {
      BatchTree tree = BatchTree.of(events(size));
      MerkleLog log = MerkleLog.ofHashes(leaves(size));
      assertThat(tree.root().hash()).isEqualTo(log.root());
      for (int i = 0; i < size; i++) {
        List<Hash> siblings =
            log.proveInclusion(i).steps().stream().map(ProofStep::sibling).toList();
        assertThat(tree.path(new LeafIndex(i))).isEqualTo(siblings);
      }
    }
  }

  @Test
  void largeTrees_areThoseOfTheChainsMerkleLogToo() {
    Random random = new Random(24);
    for (int size : new int[] {1000, 1024, 1025, 1 + random.nextInt(5000)}) {
      List<Hash> leaves = randomLeaves(size, random);
      BatchTree tree = BatchTree.ofLeaves(leaves);
      MerkleLog log = MerkleLog.ofHashes(leaves);
      assertThat(tree.root().hash()).isEqualTo(log.root());
      LeafIndex index = new LeafIndex(random.nextInt(size));
      assertThat(tree.path(index))
          .isEqualTo(
              log.proveInclusion(index.value()).steps().stream().map(ProofStep::sibling).toList());
    }
  }

  private static List<Hash> randomLeaves(int size, Random random) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      byte[] bytes = new byte[Hash.SIZE];
      random.nextBytes(bytes);
      leaves.add(Hash.of(bytes));
    }
    return leaves;
  }

  @Test
  void path_isAcceptedForItsLeafAndPlaceOnly() {
    for (int size = 1; size <= SMALL; size++) {
      BatchTree tree = BatchTree.of(events(size));
      for (int i = 0; i < size; i++) {
        List<Hash> path = tree.path(new LeafIndex(i));
        for (int place = 0; place < size; place++) {
          assertThat(check(leaves(size).get(i), place, size, path, tree)).isEqualTo(place == i);
        }
      }
    }
  }

  @Test
  void otherSize_isRefusedWheneverItsPathsDiffer() {
    BatchTree tree = BatchTree.of(events(11));
    List<Hash> path = tree.path(new LeafIndex(10));
    assertThat(check(leaves(11).get(10), 10, 11, path, tree)).isTrue();
    for (int size : new int[] {0, -1, 10, 13, 21, 1 << 21, Integer.MAX_VALUE}) {
      assertThat(check(leaves(11).get(10), 10, size, path, tree)).isFalse();
    }
  }

  @Test
  void missingExtraSwappedOrChangedHash_isRefused() {
    int size = 37;
    BatchTree tree = BatchTree.of(events(size));
    for (int i = 0; i < size; i++) {
      Hash leaf = leaves(size).get(i);
      List<Hash> path = tree.path(new LeafIndex(i));
      for (int at = 0; at < path.size(); at++) {
        for (List<Hash> broken : brokenAt(path, at)) {
          assertThat(check(leaf, i, size, broken, tree)).isFalse();
        }
      }
    }
  }

  private static List<List<Hash>> brokenAt(List<Hash> path, int at) {
    List<Hash> missing = new ArrayList<>(path);
    missing.remove(at);
    List<Hash> extra = new ArrayList<>(path);
    extra.add(at, path.get(at));
    List<Hash> changed = new ArrayList<>(path);
    byte[] bytes = path.get(at).bytes();
    bytes[at % 32] ^= 1;
    changed.set(at, Hash.of(bytes));
    List<List<Hash>> broken = new ArrayList<>(List.of(missing, extra, changed));
    if (at > 0) {
      List<Hash> swapped = new ArrayList<>(path);
      swapped.set(at, path.get(at - 1));
      swapped.set(at - 1, path.get(at));
      broken.add(swapped);
    }
    return broken;
  }

  @Test
  void emptyBatch_isRefused() {
    assertThatThrownBy(() -> BatchTree.of(List.of()))
        .hasMessage("A batch has 1 to 1048576 leaves, not 0.");
  }

  private static boolean check(Hash leaf, int index, int size, List<Hash> path, BatchTree tree) {
    return InclusionCheck.checkInclusion(leaf, new LeafIndex(index), size, path, tree.root());
  }

  private static List<Hash> leaves(int size) {
    return events(size).stream().map(EventId::hash).toList();
  }

  private static List<EventId> events(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> new EventId(MerkleLog.hashLeaf(new byte[] {(byte) i})))
        .toList();
  }
}
