package dev.cairn.chainweb.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

  @ParameterizedTest
  @CsvSource({"cuts.json, 6, 5", "cuts-2.json, 4, 4"})
  void realCuts_haveTheirIdAndHeight(String file, int whole, int ofKnownOrder) {
    List<JsonNode> entries = wholeCuts(file);
    assertThat(entries).hasSize(whole);
    int orders = 0;
    for (JsonNode entry : entries) {
      Cut cut = Cut.fromJson(entry.get("cut"));
      assertThat(cut.computeHeight()).isEqualTo(cut.height());
      for (JsonNode order : entry.get("idOrder")) {
        assertThat(cut.computeId(TieBreak.valueOf("ORDER_" + order.textValue())))
            .isEqualTo(cut.id());
        orders++;
      }
    }
    assertThat(orders).isEqualTo(ofKnownOrder);
  }

  @Test
  void realCutsOfKnownHeaders_haveTheirWeight() {
    HeaderSet headers = HeaderSet.mainnet();
    List<Cut> cuts =
        Stream.of("cuts.json", "cuts-2.json")
            .flatMap(file -> wholeCuts(file).stream())
            .map(entry -> Cut.fromJson(entry.get("cut")))
            .filter(cut -> blocks(headers, cut).size() == cut.blocks().size())
            .toList();
    assertThat(cuts).isNotEmpty();
    for (Cut cut : cuts) {
      assertThat(Cut.of("mainnet01", blocks(headers, cut), TieBreak.ORDER_A)).isEqualTo(cut);
    }
  }

  /** One entry was noted down without heights; its id says that the order B is older than 2.32. */
  @Test
  void cutOf2024WithoutHeights_hasItsId() {
    JsonNode cut =
        Vectors.items(Vectors.read("cuts-2.json").get("cuts"))
            .filter(entry -> entry.has("note"))
            .map(entry -> entry.get("cut"))
            .findFirst()
            .orElseThrow();
    List<ChainId> order = TieBreak.ORDER_B.sort(ChainGraph.TWENTY.chains());
    byte[][] hashes =
        order.stream()
            .map(chain -> cut.get("hashes").get(chain.toString()).get("hash").textValue())
            .map(Base64Url::decode)
            .toArray(byte[][]::new);
    assertThat(Sha512t256.hash(hashes)).hasToString(cut.get("id").textValue());
  }

  @Test
  void recordedCuts_arePrintedAsTheNodeDoesAndRebuiltFromTheirHeaders() {
    HeaderSet headers = HeaderSet.development();
    JsonNode samples = Vectors.read("node-capture/cuts.json").get("samples");
    assertThat(samples).hasSize(5);
    for (JsonNode sample : samples) {
      String text = sample.get("response").get("bodyText").textValue();
      Cut cut = Cut.fromJson(Vectors.parsed(text));
      assertThat(cut.toJson(TieBreak.ORDER_B)).hasToString(text);
      List<BlockHeader> blocks =
          cut.blocks().values().stream().map(block -> headers.get(block.hash())).toList();
      assertThat(Cut.of("development", blocks, TieBreak.ORDER_B)).isEqualTo(cut);
    }
  }

  @Test
  void cutOfAPeer_isReadAlike() {
    Cut cut =
        Cut.fromJson(
            Vectors.parsed(
                Vectors.sample("node-capture/p2p-and-mining.json", "p2p cut").get("bodyText")));
    assertThat(cut.computeId(TieBreak.ORDER_B)).isEqualTo(cut.id());
  }

  /** A query for 60 was answered with height 3 on all 20 chains (reference §3.3). */
  @Test
  void chainHeight_roundsDown() {
    assertThat(Cut.chainHeight(60, 20)).isEqualTo(new BlockHeight(3));
    assertThat(Cut.chainHeight(75, 20)).isEqualTo(new BlockHeight(3));
  }

  @Test
  void of_refusesTwoBlocksOfOneChain() {
    BlockHeader header = HeaderSet.development().all().iterator().next();
    List<BlockHeader> twice = List.of(header, header);
    assertThatThrownBy(() -> Cut.of("development", twice, TieBreak.NUMERIC))
        .hasMessage("A cut has one block of each chain.");
  }

  private static List<JsonNode> wholeCuts(String file) {
    return Vectors.items(Vectors.read(file).get("cuts")).filter(cut -> !cut.has("note")).toList();
  }

  private static List<BlockHeader> blocks(HeaderSet headers, Cut cut) {
    return cut.blocks().values().stream()
        .flatMap(block -> headers.find(block.hash()).stream())
        .toList();
  }
}
