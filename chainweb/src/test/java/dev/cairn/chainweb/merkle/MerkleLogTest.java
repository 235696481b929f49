package dev.cairn.chainweb.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.LittleEndian;
import dev.cairn.chainweb.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleLogTest {

  private static final int SMALL = 100;

  @Test
  void proveInclusion_holdsForEveryLeafOfEverySmallTree() {
    forEverySmallProof(
        (log, subject, proof) -> {
          assertThat(proof.run(subject)).isEqualTo(log.root());
          assertThat(InclusionProof.decode(proof.encode())).isEqualTo(proof);
        });
  }

  @Test
  void run_isNotTheRootForAnyOtherHash() {
    forEverySmallProof(
        (log, subject, proof) -> {
          for (int i = 0; i < proof.steps().size(); i++) {
            ProofStep step = proof.steps().get(i);
            int changed = i;
            InclusionProof other = withSteps(proof, steps -> steps.set(changed, flipped(step)));
            assertThat(other.run(subject)).isNotEqualTo(log.root());
          }
        });
  }

  @Test
  void run_isNotTheRootForAMissingExtraOrSwappedStep() {
    forEverySmallProof(
        (log, subject, proof) -> {
          for (int i = 0; i < proof.steps().size(); i++) {
            int at = i;
            refused(log, subject, withSteps(proof, steps -> steps.remove(at)));
            refused(log, subject, withSteps(proof, steps -> steps.add(at, steps.get(at))));
            refused(
                log, subject, withSteps(proof, steps -> steps.set(at, mirrored(steps.get(at)))));
            if (i > 0) {
              refused(log, subject, withSteps(proof, steps -> Collections.swap(steps, at - 1, at)));
            }
          }
        });
  }

  @Test
  void positionFitsSides_forTheRightPositionAndNoneThatDiffersInOneBit() {
    forEverySmallProof(
        (log, subject, proof) -> {
          assertThat(proof.positionFitsSides()).isTrue();
          for (int bit = 0; bit < Long.SIZE - 1; bit++) {
            InclusionProof other =
                new InclusionProof(proof.position() ^ (1L << bit), proof.steps());
            assertThat(other.positionFitsSides()).isFalse();
          }
        });
  }

  @Test
  void positionFitsSides_forNoPositionOfTheSameTreeButTheRightOne() {
    forEverySmallProof(
        (log, subject, proof) -> {
          List<ProofStep> steps = proof.steps();
          List<Long> others =
              IntStream.range(0, log.size())
                  .filter(p -> new InclusionProof(p, steps).positionFitsSides())
                  .filter(p -> log.proveInclusion(p).steps().size() == steps.size())
                  .mapToObj(p -> (long) p)
                  .filter(p -> sides(log.proveInclusion(p.intValue())).equals(sides(proof)))
                  .toList();
          assertThat(others).containsExactly(proof.position());
        });
  }

  @Property(tries = 50)
  void proveInclusion_holdsInLargeTrees(
      @ForAll @IntRange(min = 101, max = 5_000) int size, @ForAll @IntRange(max = 99) int percent) {
    MerkleLog log = log(size);
    int position = size * percent / 100;
    InclusionProof proof = log.proveInclusion(position);
    assertThat(proof.run(item(position))).isEqualTo(log.root());
    assertThat(proof.positionFitsSides()).isTrue();
  }

  @Property(tries = 50)
  void root_isThatOfTheNodesOwnStackAlgorithm(@ForAll @IntRange(min = 1, max = 2_000) int size) {
    assertThat(log(size).root()).isEqualTo(rootByStack(size));
  }

  @Test
  void decode_refusesEveryOtherLength() {
    byte[] object = log(9).proveInclusion(3).encode();
    for (int length = 0; length < object.length + 40; length++) {
      byte[] other = Arrays.copyOf(object, length);
      if (length != object.length) {
        assertThatThrownBy(() -> InclusionProof.decode(other))
            .isInstanceOf(MalformedException.class);
      }
    }
  }

  @Test
  void decode_refusesAnUnknownSideAndANegativePosition() {
    byte[] badSide = log(2).proveInclusion(0).encode();
    badSide[12] = 2;
    assertThatThrownBy(() -> InclusionProof.decode(badSide)).hasMessageContaining("side");
    byte[] badPosition = log(2).proveInclusion(0).encode();
    badPosition[4] = (byte) 0x80;
    assertThatThrownBy(() -> InclusionProof.decode(badPosition)).hasMessageContaining("position");
  }

  /** The reference's nested proof: the root of one log is an item of the next (§1.5). */
  @Test
  void nest_continuesInTheLogThatHoldsTheRoot() {
    MerkleLog inner = log(7);
    MerkleLog middle = MerkleLog.of(List.of(item(100), MerkleItem.tree(inner.root()), item(101)));
    MerkleLog outer = MerkleLog.of(List.of(MerkleItem.tree(middle.root()), item(102)));
    InclusionProof proof =
        inner.proveInclusion(4).nest(List.of(middle.proveInclusion(1), outer.proveInclusion(0)));
    assertThat(proof.run(item(4))).isEqualTo(outer.root());
    assertThat(proof.run(item(5))).isNotEqualTo(outer.root());
    assertThat(proof.position()).isEqualTo(4);
    assertThat(proof)
        .isEqualTo(
            inner.proveInclusion(4).nest(middle.proveInclusion(1)).nest(outer.proveInclusion(0)));
  }

  @Test
  void decode_refusesMoreStepsThanTheCap() {
    int count = InclusionProof.MAX_STEPS + 1;
    byte[] object = new byte[12 + 33 * count];
    ByteBuffer.wrap(object).putInt(count);
    assertThatThrownBy(() -> InclusionProof.decode(object)).isInstanceOf(MalformedException.class);
  }

  private interface Check {
    void check(MerkleLog log, MerkleItem subject, InclusionProof proof);
  }

  private static void forEverySmallProof(Check check) {
    for (int size = 1; size <= SMALL; size++) {
      MerkleLog log = log(size);
      for (int position = 0; position < size; position++) {
        check.check(log, item(position), log.proveInclusion(position));
      }
    }
  }

  private static MerkleLog log(int size) {
    return MerkleLog.of(IntStream.range(0, size).mapToObj(MerkleLogTest::item).toList());
  }

  private static MerkleItem item(int i) {
    return MerkleItem.input(LittleEndian.le32(i));
  }

  // The slow plain version: a stack of (height, hash), as reference §1.2 words it.
  private static Hash rootByStack(int size) {
    List<Hash> stack = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      stack.add(item(i).hash());
      for (int merges = Integer.numberOfTrailingZeros(i + 1); merges > 0; merges--) {
        mergeTop(stack);
      }
    }
    while (stack.size() > 1) {
      mergeTop(stack);
    }
    return stack.get(0);
  }

  private static void mergeTop(List<Hash> stack) {
    Hash right = stack.remove(stack.size() - 1);
    stack.add(MerkleLog.hashNode(stack.remove(stack.size() - 1), right));
  }

  private static void refused(MerkleLog log, MerkleItem subject, InclusionProof proof) {
    assertThat(proof.run(subject)).isNotEqualTo(log.root());
  }

  private static InclusionProof withSteps(InclusionProof proof, Consumer<List<ProofStep>> change) {
    List<ProofStep> steps = new ArrayList<>(proof.steps());
    change.accept(steps);
    return new InclusionProof(proof.position(), steps);
  }

  private static ProofStep flipped(ProofStep step) {
    byte[] bytes = step.sibling().bytes();
    bytes[7] ^= 0x10;
    return new ProofStep(step.side(), Hash.of(bytes));
  }

  private static ProofStep mirrored(ProofStep step) {
    return new ProofStep(step.side() == Side.LEFT ? Side.RIGHT : Side.LEFT, step.sibling());
  }

  private static List<Side> sides(InclusionProof proof) {
    return proof.steps().stream().map(ProofStep::side).toList();
  }
}
