package dev.cairn.chainweb.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.Vectors;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSamplesTest {

  @ParameterizedTest
  @CsvSource({"headers-samples.json, 18", "headers-samples-2.json, 10"})
  void realHeaders_haveTheirHashAndWork(String file, int count) {
    JsonNode headers = Vectors.read(file).get("headers");
    assertThat(headers).hasSize(count);
    for (JsonNode entry : headers) {
      BlockHeader header = checkBothForms(entry, entry.get("network").textValue());
      assertThat(header.powHash()).hasToString(entry.get("powHash").textValue());
      assertThat(header.powHash().hex()).isEqualTo(entry.get("powHashHexBE").textValue());
      assertThat(header.target().hex()).isEqualTo(entry.get("targetHexBE").textValue());
      assertThat(header.meetsTarget()).isEqualTo(entry.get("powMeetsTarget").booleanValue());
    }
  }

  @Test
  void headersOfAllErasAndTheirParents_haveTheirHashAndWork() {
    for (JsonNode entry : Vectors.read("difficulty-mainnet01.json").get("cases")) {
      Stream.concat(
              Stream.of(entry.get("header"), entry.get("parent")),
              Vectors.items(entry.get("adjacentParents")))
          .forEach(
              header ->
                  assertThat(checkBothForms(header, "mainnet01").powHash().hex())
                      .isEqualTo(header.get("powHashHexBE").textValue()));
    }
  }

  @Test
  void headerWithAWrongHash_isFound() {
    JsonNode entry = Vectors.read("header-invalid-hash.json").get("headers").get(0);
    BlockHeader header = BlockHeader.decode(entry.get("binary").textValue());
    assertThat(header.hash()).hasToString(entry.get("statedHash").textValue());
    assertThat(header.computeHash()).hasToString(entry.get("computedHash").textValue());
    assertThat(header.hasValidHash()).isFalse();
    assertThat(new HeaderRules(ChainwebVersion.TESTNET04).checkAlone(header))
        .contains(HeaderViolation.HASH);
  }

  @Test
  void recordedBlocks_haveOneHeaderInThreeForms() {
    for (JsonNode block : Vectors.read("node-capture/blocks.json").get("blocks")) {
      BlockHeader header = BlockHeader.decode(block.get("headerJson").textValue());
      byte[] binary = Base64.getDecoder().decode(block.get("headerBinaryBase64").textValue());
      JsonNode object = Vectors.parsed(block.get("headerObjectText"));
      assertThat(header.hash()).hasToString(block.get("hash").textValue());
      assertThat(header.hasValidHash()).isTrue();
      assertThat(header.encode()).isEqualTo(binary);
      assertThat(BlockHeader.fromJsonObject(object, 2)).isEqualTo(header);
      assertThat(Vectors.reparsed(header.toJsonObject("development"))).isEqualTo(object);
    }
  }

  @Test
  void recordedGenesisHeaders_areTheNetworksOwn() {
    JsonNode chains = Vectors.read("node-capture/genesis.json").get("chains");
    assertThat(chains).hasSize(20);
    for (JsonNode chain : chains) {
      BlockHeader header = BlockHeader.decode(chain.get("header").textValue());
      assertThat(BlockHeader.fromJsonObject(chain.get("object"), 2)).isEqualTo(header);
      assertThat(
              Genesis.header(ChainwebVersion.DEVELOPMENT, header.chainId(), header.payloadHash()))
          .isEqualTo(header);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"update-events.json", "update-events-2.json"})
  void updateEvents_showTheirHeadersWork(String file) {
    JsonNode events = Vectors.read(file).get("events");
    assertThat(events).isNotEmpty();
    events.forEach(event -> checkUpdate(event.get("data"), 5));
  }

  @Test
  void recordedUpdateStreams_showTheirHeadersWork() {
    int updates = 0;
    for (JsonNode stream : Vectors.read("node-capture/updates.json").get("streams")) {
      for (String event : stream.get("text").textValue().split("\n\n", -1)) {
        // The recording may end within an event.
        if (event.endsWith("}")) {
          checkUpdate(Vectors.parsed(event.substring(event.indexOf("data:") + 5)), 2);
          updates++;
        }
      }
    }
    assertThat(updates).isGreaterThan(5);
  }

  private static void checkUpdate(JsonNode data, int versionCode) {
    BlockHeader header = BlockHeader.fromJsonObject(data.get("header"), versionCode);
    assertThat(header.hasValidHash()).isTrue();
    assertThat(header.powHash().hex()).isEqualTo(data.get("powHash").textValue());
    assertThat(header.target().hex()).isEqualTo(data.get("target").textValue());
  }

  /** Reference §2.3: LE32 chain ‖ target ‖ the header without its hash. */
  @Test
  void miningWork_isAHeaderWithoutItsHash() {
    JsonNode answer = Vectors.sample("node-capture/p2p-and-mining.json", "mining work for chain 6");
    byte[] work = Base64.getDecoder().decode(answer.get("bodyBase64").textValue());
    byte[] bytes = Arrays.copyOf(Arrays.copyOfRange(work, 36, work.length), 318);
    BlockHeader header = BlockHeader.decode(bytes);
    assertThat(work).hasSize(322);
    assertThat(header.chainId().value()).isEqualTo(work[0]);
    assertThat(header.target().littleEndian()).isEqualTo(Arrays.copyOfRange(work, 4, 36));
    assertThat(header.withSolution(7, header.creationTime()).hasValidHash()).isTrue();
  }

  @Test
  void decode_refusesEveryOtherLengthAndCount() {
    byte[] good = HeaderSet.mainnet().all().iterator().next().encode();
    for (int length = 0; length < good.length + 50; length++) {
      byte[] other = Arrays.copyOf(good, length);
      if (length != good.length) {
        refused(other);
      }
    }
    for (int count = 0; count < 256; count++) {
      byte[] other = good.clone();
      other[48] = (byte) count;
      if (count != 3) {
        refused(other);
      }
    }
    byte[] unsorted = good.clone();
    unsorted[50] = 99;
    refused(unsorted);
  }

  @Test
  void computeHash_dependsOnEveryBitButTheChainsOfAdjacents() {
    BlockHeader header = HeaderSet.mainnet().all().iterator().next();
    byte[] bytes = header.encode();
    Hash hash = header.hash();
    for (int bit = 0; bit < 8 * 286; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        BlockHeader other = BlockHeader.decode(flipped);
        boolean chainsDiffer = !other.adjacents().keySet().equals(header.adjacents().keySet());
        assertThat(other.computeHash().equals(hash)).isEqualTo(chainsDiffer);
      } catch (MalformedException e) {
        assertThat(e).hasMessageMatching("(A|The) [^\\n]+\\.");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"featureFlags\":-1}",
        "{\"featureFlags\":18446744073709551616}",
        "{\"featureFlags\":0.5}"
      })
  void fromJsonObject_refusesOtherShapes(String json) {
    assertThatThrownBy(() -> BlockHeader.fromJsonObject(Vectors.parsed(json), 5))
        .isInstanceOf(MalformedException.class);
  }

  private static BlockHeader checkBothForms(JsonNode entry, String network) {
    BlockHeader header = BlockHeader.decode(entry.get("binary").textValue());
    JsonNode object = entry.get("object");
    assertThat(header.hasValidHash()).isTrue();
    assertThat(header.toBase64Url()).isEqualTo(entry.get("binary").textValue());
    assertThat(BlockHeader.fromJsonObject(object, header.versionCode())).isEqualTo(header);
    assertThat(Vectors.reparsed(header.toJsonObject(network))).isEqualTo(object);
    return header;
  }

  private static void refused(byte[] bytes) {
    assertThatThrownBy(() -> BlockHeader.decode(bytes)).isInstanceOf(MalformedException.class);
  }
}
