package dev.cairn.chainweb.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.Vectors;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeaderRulesTest {

  // The recorded node ran with this delay.
  static final ChainwebVersion CAPTURED =
      ChainwebVersion.DEVELOPMENT.withBlockDelay(Duration.ofMillis(200));

  @Test
  void developmentHeaders_followTheRulesAndAreRebuilt() {
    HeaderSet headers = HeaderSet.development();
    HeaderRules rules = new HeaderRules(CAPTURED);
    int checked = 0;
    for (BlockHeader header : headers.all()) {
      if (header.height().value() == 0) {
        assertThat(rules.checkAlone(header)).isEmpty();
        continue;
      }
      ParentHeaders parents = headers.parentsOf(header).orElseThrow();
      assertThat(rules.check(header, parents)).as("block %s", header).isEmpty();
      assertThat(rebuilt(header, parents)).isEqualTo(header);
      checked++;
    }
    assertThat(checked).isEqualTo(760);
  }

  @Test
  void mainnetHeaders_followTheRules() {
    HeaderSet headers = HeaderSet.mainnet();
    HeaderRules rules = new HeaderRules(ChainwebVersion.MAINNET01);
    int checked = 0;
    for (BlockHeader header : headers.all()) {
      assertThat(rules.checkAlone(header)).isEmpty();
      var parents = headers.parentsOf(header);
      if (parents.isPresent()) {
        assertThat(rules.check(header, parents.get())).as("block %s", header).isEmpty();
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void mainnetHeadersOfAllEras_followTheRules() {
    HeaderRules rules = new HeaderRules(ChainwebVersion.MAINNET01);
    JsonNode cases = Vectors.read("difficulty-mainnet01.json").get("cases");
    assertThat(cases).hasSize(3);
    for (JsonNode entry : cases) {
      BlockHeader header = header(entry.get("header"));
      ParentHeaders parents =
          ParentHeaders.of(
              header(entry.get("parent")),
              Vectors.items(entry.get("adjacentParents")).map(HeaderRulesTest::header).toList());
      assertThat(rules.check(header, parents)).as("height %s", header.height()).isEmpty();
    }
  }

  /** Each field changed alone, with the hash that goes with it, breaks the rule of that field. */
  @Test
  void changedField_breaksItsRule() {
    HeaderSet headers = HeaderSet.development();
    BlockHeader good =
        headers.all().stream()
            .filter(header -> header.height().value() == 24)
            .findFirst()
            .orElseThrow();
    ParentHeaders parents = headers.parentsOf(good).orElseThrow();
    HeaderFields fields = new HeaderFields(good);
    Map<HeaderViolation, BlockHeader> broken = new EnumMap<>(HeaderViolation.class);
    broken.put(HeaderViolation.HASH, fields.withHash(good.parent()));
    broken.put(HeaderViolation.VERSION, fields.withVersionCode(5));
    broken.put(HeaderViolation.PARENT, fields.withParent(good.payloadHash()));
    broken.put(HeaderViolation.HEIGHT, fields.withHeight(25));
    broken.put(HeaderViolation.ADJACENT_PARENTS, fields.withAdjacentHashes(good.parent()));
    broken.put(HeaderViolation.ADJACENT_CHAINS, fields.withAdjacents(new TreeMap<>()));
    broken.put(HeaderViolation.FORK_STATE, fields.withForkState(1));
    broken.put(HeaderViolation.CREATION_TIME, fields.withTime(parents.latestTime()));
    broken.put(HeaderViolation.TARGET, fields.withTarget(parents.parent().target()));
    broken.put(HeaderViolation.WEIGHT, fields.withWeight(parents.parent().weight()));
    broken.put(HeaderViolation.EPOCH_START, fields.withEpochStart(parents.parent().epochStart()));
    HeaderRules rules = new HeaderRules(CAPTURED);
    broken.forEach(
        (rule, header) -> assertThat(rules.check(header, parents)).as("%s", rule).contains(rule));
    assertThat(broken).hasSize(HeaderViolation.values().length - 2);
  }

  @Test
  void proofOfWork_isRequiredWhereTheNetworkChecksIt() {
    BlockHeader header = HeaderSet.mainnet().all().iterator().next();
    BlockHeader unsolved = header.withSolution(0, header.creationTime());
    assertThat(new HeaderRules(ChainwebVersion.MAINNET01).checkAlone(unsolved))
        .containsExactly(HeaderViolation.PROOF_OF_WORK);
    assertThat(
            new HeaderRules(ChainwebVersion.MAINNET01.withProofOfWork(false)).checkAlone(unsolved))
        .isEmpty();
  }

  @Test
  void genesisHeaderOfAnotherTime_isRefused() {
    ChainwebVersion version = ChainwebVersion.DEVELOPMENT;
    BlockHeader other =
        Genesis.header(
            version.withGenesisTime(new BlockTime(1)), new ChainId(0), Sha512t256.hash());
    assertThat(new HeaderRules(version).checkAlone(other)).containsExactly(HeaderViolation.GENESIS);
  }

  @Test
  void chainThatTheNetworkDoesNotHave_isRefused() {
    BlockHeader header = HeaderSet.development().all().iterator().next();
    ChainwebVersion pair = ChainwebVersion.DEVELOPMENT.withGraph(ChainGraph.PAIR, HashTarget.MAX);
    BlockHeader chain7 = new HeaderFields(header).withChain(new ChainId(7));
    assertThat(new HeaderRules(pair).checkAlone(chain7)).contains(HeaderViolation.ADJACENT_CHAINS);
  }

  private static BlockHeader header(JsonNode entry) {
    return BlockHeader.decode(entry.get("binary").textValue());
  }

  private static BlockHeader rebuilt(BlockHeader header, ParentHeaders parents) {
    BlockTime time = header.creationTime();
    return NextHeader.build(CAPTURED, parents, header.payloadHash(), time)
        .withSolution(header.nonce(), time);
  }
}
