package dev.cairn.chainweb.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.ProofStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpvCheckerTest {

  // A proof of zero steps.
  private static final String SMALLEST =
      "{\"chain\":0,\"object\":\"AAAAAAAAAAAAAAAA\",\"subject\":{\"input\":\"ABQ\"},"
          + "\"algorithm\":\"SHA512t_256\"}";

  static List<RealProof> proofs() {
    return RealProof.all();
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void realProof_isAccepted(RealProof real) {
    assertThat(real.accepts(real.proof())).isTrue();
    assertThat(Vectors.reparsed(real.proof().toJsonObject()))
        .isEqualTo(Vectors.parsed(real.json()));
    assertThat(SpvProof.parseTransport(real.proof().toTransport())).isEqualTo(real.proof());
  }

  @Test
  void checkOutput_givesWhatTheVectorsSay() {
    JsonNode embedded = Vectors.read("spv-mainnet01-embedded.json").get("proofs").get(0);
    CheckedOutput checked = SpvChecker.checkOutput(RealProof.embedded().proof());
    assertThat(checked.output().text()).isEqualTo(embedded.get("subjectOutput").textValue());
    assertThat(checked.root()).hasToString(embedded.get("root").textValue());
    assertThat(checked.source()).isEqualTo(new ChainId(19));
    assertThat(checked.transactionIndex()).isZero();
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void missingExtraOrSwappedStep_isRefused(RealProof real) {
    List<ProofStep> steps = real.proof().object().steps();
    for (int i = 0; i < steps.size(); i++) {
      List<ProofStep> missing = new ArrayList<>(steps);
      missing.remove(i);
      refused(real, missing);
      List<ProofStep> extra = new ArrayList<>(steps);
      extra.add(i, steps.get(i));
      refused(real, extra);
      // Headers of one epoch share a target leaf, so two steps can be the same.
      for (int j = 0; j < i; j++) {
        List<ProofStep> swapped = new ArrayList<>(steps);
        Collections.swap(swapped, i, j);
        if (!swapped.equals(steps)) {
          refused(real, swapped);
        }
      }
    }
  }

  private static void refused(RealProof real, List<ProofStep> steps) {
    SpvProof proof = real.proof();
    SpvProof other =
        new SpvProof(
            proof.chain(), new InclusionProof(proof.object().position(), steps), proof.subject());
    assertThat(Flips.isAccepted(() -> real.accepts(other))).isFalse();
  }

  /** Without the tag check a coinbase, which is in the same tree, would pass as an output. */
  @Test
  void subjectWithAnotherTag_isRefused() {
    SpvProof output = RealProof.embedded().proof();
    assertThatThrownBy(() -> SpvChecker.checkTransaction(output))
        .isInstanceOf(InvalidProofException.class)
        .hasMessage("The subject of the proof does not carry the tag 0x0013.");
    SpvProof coinbase = withSubject(output, MerkleItem.input(new byte[] {0, 0x18, '{', '}'}));
    assertThatThrownBy(() -> SpvChecker.checkOutput(coinbase)).hasMessageContaining("0x0014");
    SpvProof shorter = withSubject(output, MerkleItem.input(new byte[] {0}));
    assertThatThrownBy(() -> SpvChecker.checkOutput(shorter)).hasMessageContaining("0x0014");
    SpvProof tree = withSubject(output, MerkleItem.tree(output.root()));
    assertThatThrownBy(() -> SpvChecker.checkOutput(tree)).hasMessageContaining("0x0014");
  }

  @Test
  void anotherIndexThanTheKnownOne_isRefused() {
    SpvProof proof = RealProof.embedded().proof();
    assertThat(SpvChecker.checkOutput(proof, 0)).isEqualTo(SpvChecker.checkOutput(proof));
    assertThatThrownBy(() -> SpvChecker.checkOutput(proof, 1))
        .hasMessage("The proof is of transaction 0 of its block, not 1.");
  }

  @Test
  void proofThatLeadsIntoNoHeader_isRefused() {
    SpvProof proof = RealProof.embedded().proof();
    InclusionProof cut = new InclusionProof(1, proof.object().steps().subList(0, 2));
    assertThatThrownBy(
            () -> SpvChecker.checkOutput(new SpvProof(proof.chain(), cut, proof.subject())))
        .hasMessage("No step of the proof leads into a block header.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "chain":0         | "chain":0,"chain":0
          "chain":0         | "chain":0,"more":0
          "chain":0         | "chain":"0"
          "chain":0         | "chain":0.0
          "chain":0         | "chain":-1
          "chain":0,        | ''
          "ABQ"             | "ABR"
          "ABQ"             | "ABQ="
          "ABQ"             | 20
          "input":"ABQ"     | "input":"ABQ","tree":null
          "input":"ABQ"     | "tree":"ABQ"
          "AAAAAAAAAAAAAAAA"| "AAAAAAAAAAAAAAA"
          "AAAAAAAAAAAAAAAA"| "AAAAAAAAAAAAAAAAAAAA"
          SHA512t_256       | Keccak_256
          t_256"}           | t_256"} x
          t_256"}           | t_256"
          """)
  void jsonThatIsNotExactlyAProof_isRefused(String part, String other) {
    assertThat(SpvProof.parse(SMALLEST).chain()).isEqualTo(new ChainId(0));
    assertThat(SMALLEST).contains(part);
    assertThatThrownBy(() -> SpvProof.parse(SMALLEST.replace(part, other)))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{}", "1", "\"x\""})
  void jsonThatIsNoObject_isRefused(String json) {
    assertThatThrownBy(() -> SpvProof.parse(json)).isInstanceOf(MalformedException.class);
  }

  @Test
  void jsonAboveTheCap_isRefused() {
    assertThatThrownBy(() -> SpvProof.parse(new byte[SpvProofJson.MAX_JSON_BYTES + 1]))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("at most");
  }

  private static SpvProof withSubject(SpvProof proof, MerkleItem subject) {
    return new SpvProof(proof.chain(), proof.object(), subject);
  }
}
