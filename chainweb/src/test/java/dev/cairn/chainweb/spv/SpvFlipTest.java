package dev.cairn.chainweb.spv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleTag;
import dev.cairn.chainweb.merkle.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No proof of the vectors survives the change of a single bit. */
class SpvFlipTest {

  /**
   * The positions that a flipped bit of the text can turn a position into, by position and sides,
   * leaf to root: those of the last item of a larger tree with as many set bits.
   */
  private static final Map<String, List<Long>> UNDETECTABLE =
      Map.of(
          "1 LEFT", List.of(2L),
          "2 LEFT", List.of(1L),
          "3 LEFT LEFT", List.of(5L),
          "5 LEFT LEFT", List.of(6L, 3L));

  static List<RealProof> all() {
    return RealProof.all();
  }

  /**
   * Of the proofs built elsewhere only those of transactions: the others have the node's own
   * shapes.
   */
  static List<RealProof> someOfEachShape() {
    return RealProof.all().stream()
        .filter(real -> !real.name().startsWith("TransactionOutputProof"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyBitOfTheObject_counts(RealProof real) {
    SpvProof proof = real.proof();
    Flips.each(
        proof.object().encode(),
        flipped -> {
          boolean accepted =
              Flips.isAccepted(
                  () ->
                      real.accepts(
                          new SpvProof(
                              proof.chain(), InclusionProof.decode(flipped), proof.subject())));
          assertThat(accepted).isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("someOfEachShape")
  void everyBitOfTheSubject_counts(RealProof real) {
    SpvProof proof = real.proof();
    Flips.each(
        ((MerkleItem.Input) proof.subject()).bytes(),
        flipped -> {
          MerkleItem subject = MerkleItem.input(flipped);
          SpvProof other = new SpvProof(proof.chain(), proof.object(), subject);
          assertThat(Flips.isAccepted(() -> real.accepts(other))).isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyBitOfTheChain_counts(RealProof real) {
    SpvProof proof = real.proof();
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      int chain = proof.chain().value() ^ (1 << bit);
      boolean accepted =
          Flips.isAccepted(
              () ->
                  real.accepts(new SpvProof(new ChainId(chain), proof.object(), proof.subject())));
      assertThat(accepted).isFalse();
    }
  }

  /**
   * One bit of the text can change two bits of the position (a base64url character holds six), and
   * so give another position that the path allows as well. Nothing in the proof authenticates the
   * position, so that is all that can pass; with the transaction index known, nothing does.
   */
  @ParameterizedTest
  @MethodSource("someOfEachShape")
  void everyBitOfTheText_countsUnlessItGivesAPositionThatFitsAsWell(RealProof real) {
    SpvProof proof = real.proof();
    List<Long> otherPositions = new ArrayList<>();
    Flips.each(
        real.json().getBytes(StandardCharsets.UTF_8),
        flipped -> {
          if (Flips.isAccepted(() -> real.accepts(SpvProof.parse(flipped)))) {
            SpvProof other = SpvProof.parse(flipped);
            assertThat(other).isEqualTo(atPosition(proof, other.object().position()));
            assertThat(Flips.isAccepted(() -> acceptsAtIndexOf(proof, other))).isFalse();
            otherPositions.add(other.object().position());
          }
        });
    assertThat(otherPositions)
        .isEqualTo(UNDETECTABLE.getOrDefault(positionAndSides(proof), List.of()));
  }

  private static boolean acceptsAtIndexOf(SpvProof proof, SpvProof other) {
    int index = Math.toIntExact(proof.object().position() - 1);
    boolean output = ((MerkleItem.Input) proof.subject()).hasTag(MerkleTag.TRANSACTION_OUTPUT);
    Hash root =
        output
            ? SpvChecker.checkOutput(other, index).root()
            : SpvChecker.checkTransaction(other, index).root();
    return root.equals(proof.root());
  }

  private static String positionAndSides(SpvProof proof) {
    boolean output = ((MerkleItem.Input) proof.subject()).hasTag(MerkleTag.TRANSACTION_OUTPUT);
    InclusionProof innermost =
        ProofLayout.of(proof.object(), output ? Side.LEFT : Side.RIGHT).innermost();
    return innermost.position()
        + innermost.steps().stream().map(step -> " " + step.side()).collect(Collectors.joining());
  }

  private static SpvProof atPosition(SpvProof proof, long position) {
    return new SpvProof(
        proof.chain(), new InclusionProof(position, proof.object().steps()), proof.subject());
  }
}
