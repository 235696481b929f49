package dev.cairn.chainweb.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Vectors;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleVectorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "mixed"})
  void computedTrees_areRebuilt(String kind) {
    JsonNode trees = Vectors.read("merkle-trees-computed.json").get(kind);
    assertThat(trees).hasSizeGreaterThan(8);
    for (JsonNode tree : trees) {
      List<MerkleItem> items = Vectors.items(tree.get("leaves")).map(this::item).toList();
      MerkleLog log = MerkleLog.of(items);
      assertThat(log.size()).isEqualTo(tree.get("size").intValue());
      assertThat(log.root()).hasToString(tree.get("root").textValue());
      assertThat(Base64Url.encode(log.packedTree())).isEqualTo(tree.get("tree").textValue());
      assertThat(items.stream().map(item -> item.hash().toString()))
          .containsExactlyElementsOf(
              Vectors.items(tree.get("leafHashes")).map(JsonNode::textValue).toList());
      assertThat(tree.get("proofs")).hasSize(items.size());
      tree.get("proofs").forEach(proof -> checkProof(log, proof));
    }
  }

  private void checkProof(MerkleLog log, JsonNode vector) {
    InclusionProof proof = log.proveInclusion(vector.get("position").intValue());
    assertThat(proof).hasToString(vector.get("object").textValue());
    assertThat(InclusionProof.parse(vector.get("object").textValue())).isEqualTo(proof);
    assertThat(proof.run(item(vector.get("subject")))).isEqualTo(log.root());
    assertThat(proof.steps().stream().map(step -> step.side().name().substring(0, 1)))
        .containsExactlyElementsOf(
            Vectors.items(vector.get("steps")).map(step -> step.get("side").textValue()).toList());
  }

  private MerkleItem item(JsonNode item) {
    return item.has("tree")
        ? MerkleItem.tree(Hash.parse(item.get("tree").textValue()))
        : MerkleItem.input(Base64Url.decode(item.get("input").textValue()));
  }

  /** Reference §1.6 (a), which is in hex. */
  @Test
  void proofOfTheReferencesExample_isItsBytes() {
    MerkleLog log = MerkleLog.of(List.of(text("a"), text("b"), text("c")));
    String leafA = "865a8e52610d00600ce4c54aab68a831def1976d9c977a3e894a237255e8a179";
    String leafC = "e56750883ab60bd96d260648248a7beca8dc2921c32264648fbbd5188a0492fb";
    assertThat(HexFormat.of().formatHex(log.root().bytes()))
        .isEqualTo("99600282b6cad333fd2247671cadfd0a100dcf22e9cf2316cf42d165fc2fea01");
    assertThat(HexFormat.of().formatHex(log.proveInclusion(1).encode()))
        .isEqualTo("00000002" + "0000000000000001" + "00" + leafA + "01" + leafC);
  }

  private static MerkleItem text(String letter) {
    return MerkleItem.input(new byte[] {(byte) letter.charAt(0)});
  }
}
