package dev.cairn.chainweb.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Blocks;
import dev.cairn.chainweb.Blocks.Block;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.RequestKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputEventsTest {

  /** All 24 proofs of the recording; the leaf is the same for both hash algorithms. */
  @Test
  void item_isTheSubjectOfTheNodesProof() {
    Blocks blocks = Blocks.development();
    List<JsonNode> samples = proofs();
    assertThat(samples).hasSize(24);
    for (JsonNode sample : samples) {
      JsonNode proof = Vectors.parsed(sample.get("response").get("bodyText"));
      RequestKey key = requestKey(sample);
      Block block = blocks.of(key);
      MerkleItem.Input subject = (MerkleItem.Input) OutputEvents.item(result(block, key));
      assertThat(Base64Url.encode(subject.bytes()))
          .isEqualTo(proof.get("subject").get("input").textValue());
    }
  }

  @Test
  void log_provesWhatTheNodeProves() {
    Blocks blocks = Blocks.development();
    int rebuilt = 0;
    for (JsonNode sample : proofs()) {
      JsonNode proof = Vectors.parsed(sample.get("response").get("bodyText"));
      if (proof.get("algorithm").textValue().equals("SHA512t_256")) {
        Block block = blocks.of(requestKey(sample));
        MerkleLog log = OutputEvents.log(results(block));
        assertThat(log.proveInclusion(block.indexOf(requestKey(sample))))
            .hasToString(proof.get("object").textValue());
        rebuilt++;
      }
    }
    assertThat(rebuilt).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"keys\":[],\"pred\":\"keys-all\"}", "true", "null"})
  void parameterOfAnotherKind_isRefusedByName(String json) {
    JsonNode param = Vectors.parsed(json);
    assertThatThrownBy(() -> EventParameter.encode(param))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(param.toString());
  }

  @Test
  void numbersThatDoNotFit_areRefused() {
    JsonNode tooLong = Vectors.parsed("{\"int\":\"" + "9".repeat(78) + "\"}");
    assertThatThrownBy(() -> EventParameter.encode(tooLong)).hasMessageContaining("256 bits");
    JsonNode tooLarge = Vectors.parsed("1e999999999");
    assertThatThrownBy(() -> EventParameter.encode(tooLarge)).hasMessageContaining("256 bits");
    JsonNode broken = Vectors.parsed("{\"int\":\"1.5\"}");
    assertThatThrownBy(() -> EventParameter.encode(broken)).hasMessageContaining("whole");
    JsonNode noNumber = Vectors.parsed("{\"decimal\":\"x\"}");
    assertThatThrownBy(() -> EventParameter.encode(noNumber)).hasMessageContaining("decimal, not");
    JsonNode tooFine = Vectors.parsed("1e-19");
    assertThatThrownBy(() -> EventParameter.encode(tooFine)).hasMessageContaining("18 places");
  }

  @Test
  void negativeInteger_isTwosComplement() {
    byte[] encoded = EventParameter.encode(Vectors.parsed("{\"int\":-2}"));
    assertThat(encoded).hasSize(33).startsWith(1, 0xfe, 0xff).endsWith(0xff);
  }

  private static List<JsonNode> proofs() {
    return Vectors.items(Vectors.read("node-capture/spv2.json").get("samples"))
        .filter(sample -> sample.get("response").get("status").intValue() == 200)
        .toList();
  }

  private static RequestKey requestKey(JsonNode sample) {
    return RequestKey.parse(
        Vectors.parsed(sample.get("request").get("bodyText"))
            .get("subjectIdentifier")
            .get("requestKey")
            .textValue());
  }

  private static CommandResult result(Block block, RequestKey key) {
    return results(block).get(block.indexOf(key));
  }

  private static List<CommandResult> results(Block block) {
    return block.payload().transactions().stream()
        .map(pair -> CommandResult.parse(pair.output()))
        .toList();
  }
}
