package dev.cairn.chainweb.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Vectors;
import java.time.Duration;
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

  private static BlockHeader header(JsonNode entry) {
    return BlockHeader.decode(entry.get("binary").textValue());
  }

  private static BlockHeader rebuilt(BlockHeader header, ParentHeaders parents) {
    BlockTime time = header.creationTime();
    return NextHeader.build(
            CAPTURED,
            new ParentHeaders(parents.parent(), new TreeMap<>(parents.adjacents())),
            header.payloadHash(),
            time)
        .withSolution(header.nonce(), time);
  }
}
