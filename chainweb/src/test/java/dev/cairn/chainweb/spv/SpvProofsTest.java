package dev.cairn.chainweb.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Blocks;
import dev.cairn.chainweb.Blocks.Block;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderSet;
import dev.cairn.chainweb.pact.RequestKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpvProofsTest {

  private static final HeaderSet MAINNET = HeaderSet.mainnet();
  private static final Blocks MAINNET_BLOCKS = Blocks.mainnet();
  private static final HeaderSet DEVELOPMENT = HeaderSet.development();

  @Test
  void proveOutput_isByteForByteTheNodesProof() {
    List<JsonNode> samples = RealProof.nodeSamples().toList();
    assertThat(samples).hasSize(16);
    Blocks blocks = Blocks.development();
    for (JsonNode sample : samples) {
      String transport = RealProof.nodeTransport(sample);
      BlockHeader target = DEVELOPMENT.get(SpvProof.parseTransport(transport).root());
      RequestKey key =
          RequestKey.parse(
              Vectors.parsed(sample.get("request").get("bodyText")).get("requestKey").textValue());
      Block source = blocks.of(key);
      SpvSource walked =
          route(TieBreak.ORDER_B, DEVELOPMENT).walk(target, source.header(), source.payload());
      assertThat(SpvProofs.proveOutput(walked, source.indexOf(key)).toTransport())
          .as(sample.get("name").textValue())
          .isEqualTo(transport);
    }
  }

  @Test
  void minimalTargetHeight_isWhereTheNodesProofsEnd() {
    Blocks blocks = Blocks.development();
    List<JsonNode> toDeeperTargets =
        RealProof.nodeSamples()
            .filter(sample -> sample.get("name").textValue().startsWith("spv transfer to"))
            .toList();
    assertThat(toDeeperTargets).hasSize(4);
    for (JsonNode sample : toDeeperTargets) {
      JsonNode request = Vectors.parsed(sample.get("request").get("bodyText"));
      Block source = blocks.of(RequestKey.parse(request.get("requestKey").textValue()));
      SpvProof proof = SpvProof.parseTransport(RealProof.nodeTransport(sample));
      assertThat(DEVELOPMENT.get(proof.root()).height())
          .isEqualTo(
              route(TieBreak.ORDER_B, DEVELOPMENT)
                  .minimalTargetHeight(source.header(), proof.chain()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TieBreak.class,
      names = {"NUMERIC", "ORDER_A"})
  void proveOutput_isTheMainnetNodesProof(TieBreak tieBreak) {
    SpvProof proof = RealProof.embedded().proof();
    JsonNode location =
        Vectors.read("spv-mainnet01-embedded.json").get("proofs").get(0).get("subjectLocation");
    Block source = mainnetBlock(location.get("chain"), location.get("height"));
    SpvSource walked =
        route(tieBreak, MAINNET).walk(MAINNET.get(proof.root()), source.header(), source.payload());
    assertThat(SpvProofs.proveOutput(walked, location.get("index").intValue())).isEqualTo(proof);
  }

  @Test
  void proofsOfBothKindsToAllChainsAndDepths_areRebuilt() {
    JsonNode proofs = Vectors.read("spv-built-on-mainnet01.json").get("proofs");
    assertThat(proofs).hasSize(33);
    for (JsonNode vector : proofs) {
      Block source = mainnetBlock(vector.get("sourceChain"), vector.get("sourceHeight"));
      BlockHeader target = MAINNET.get(Hash.parse(vector.get("rootHash").textValue()));
      SpvSource walked =
          route(TieBreak.NUMERIC, MAINNET).walk(target, source.header(), source.payload());
      assertThat(walked.crossings()).hasSize(vector.get("crossings").intValue());
      assertThat(walked.sourceHeaders()).hasSize(1 + vector.get("parentSteps").intValue());
      SpvProof proof =
          vector.get("type").textValue().equals("TransactionProof")
              ? SpvProofs.proveTransaction(walked, vector.get("index").intValue())
              : SpvProofs.proveOutput(walked, vector.get("index").intValue());
      assertThat(Vectors.reparsed(proof.toJsonObject())).isEqualTo(vector.get("proof"));
    }
  }

  @Test
  void proofsFromEverySourceToEveryTarget_hold() {
    Blocks blocks = Blocks.development();
    for (Block source : blocks.withTransactions()) {
      for (BlockHeader target : DEVELOPMENT.all()) {
        long above = target.height().value() - source.header().height().value();
        int distance = ChainGraph.TWENTY.distance(source.header().chainId(), target.chainId());
        if (above < distance || above > distance + 1) {
          continue;
        }
        SpvSource walked =
            route(TieBreak.ORDER_A, DEVELOPMENT).walk(target, source.header(), source.payload());
        int last = source.payload().transactions().size() - 1;
        SpvProof proof = SpvProofs.proveOutput(walked, last);
        CheckedOutput checked = SpvChecker.checkOutput(proof, last);
        assertThat(checked.root()).isEqualTo(target.hash());
        assertThat(checked.source()).isEqualTo(source.header().chainId());
        assertThat(checked.target()).isEqualTo(target.chainId());
        assertThat(checked.output()).isEqualTo(source.payload().transactions().get(last).output());
      }
    }
  }

  @Test
  void spvSource_refusesAPayloadOfAnotherBlock() {
    List<Block> blocks = Blocks.development().withTransactions();
    BlockHeader header = blocks.get(0).header();
    assertThatThrownBy(() -> SpvSource.sameBlock(blocks.get(1).payload(), header))
        .hasMessage("The payload is not the one that the source block names.");
  }

  @Test
  void spvSource_refusesHeadersThatDoNotFollow() {
    Block block = Blocks.development().withTransactions().get(0);
    List<BlockHeader> twice = List.of(block.header(), block.header());
    assertThatThrownBy(() -> new SpvSource(block.payload(), twice, List.of()))
        .hasMessageContaining("is not a child");
    assertThatThrownBy(
            () -> new SpvSource(block.payload(), List.of(block.header()), List.of(block.header())))
        .hasMessageContaining("as an adjacent parent");
  }

  @Test
  void proveOutput_refusesAnIndexThatTheBlockDoesNotHave() {
    Block block = Blocks.development().withTransactions().get(0);
    SpvSource source = SpvSource.sameBlock(block.payload(), block.header());
    int size = block.payload().transactions().size();
    assertThatThrownBy(() -> SpvProofs.proveOutput(source, size))
        .hasMessage("A block of %d transactions has no transaction %d.", size, size);
    assertThatThrownBy(() -> SpvProofs.proveOutput(source, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Block mainnetBlock(JsonNode chain, JsonNode height) {
    return MAINNET_BLOCKS.at(new ChainId(chain.intValue()), height.longValue());
  }

  private static SpvRoute route(TieBreak tieBreak, HeaderSet headers) {
    return new SpvRoute(ChainGraph.TWENTY, tieBreak, headers::get);
  }
}
