package dev.cairn.chainweb.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Blocks;
import dev.cairn.chainweb.Blocks.Block;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.Vectors;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

  @ParameterizedTest
  @ValueSource(strings = {"payload-samples.json", "payload-samples-2.json"})
  void samples_haveTheirHashes(String file) {
    JsonNode payloads = Vectors.read(file).get("payloads");
    assertThat(payloads).hasSizeGreaterThan(7);
    for (JsonNode entry : payloads) {
      JsonNode json = entry.get("payload");
      if (entry.get("form").textValue().equals("PayloadData")) {
        checkData(json);
      } else {
        checkWithOutputs(json);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload-genesis-mainnet-chain0.json",
        "payload-genesis-mainnet-chain9.json",
        "payload-genesis-mainnet-chains10to19.json",
        "payload-mainnet01-chain0-1800025.json"
      })
  void wholePayloads_haveTheirHashes(String file) {
    checkWithOutputs(Vectors.read(file).get("payload"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"web-mainnet01-1800000.json", "web-mainnet01-1800020.json"})
  void payloadsOfMainnetBlocks_haveTheirHashes(String file) {
    JsonNode payloads = Vectors.read(file).get("payloads");
    assertThat(payloads).isNotEmpty();
    payloads.forEach(entry -> checkWithOutputs(entry.get("payload")));
    assertThat(Blocks.mainnet().all()).hasSize(9);
  }

  @Test
  void recordedBlocks_haveTheirHashesInEveryForm() {
    JsonNode blocks = Vectors.read("node-capture/blocks.json").get("blocks");
    assertThat(blocks).hasSize(31);
    for (JsonNode block : blocks) {
      String data = block.get("payloadText").textValue();
      String withOutputs = block.get("payloadWithOutputsText").textValue();
      assertThat(checkData(Vectors.parsed(data)).toString()).isEqualTo(data);
      assertThat(checkWithOutputs(Vectors.parsed(withOutputs)).toString()).isEqualTo(withOutputs);
    }
    for (Block block : Blocks.development().all()) {
      assertThat(block.payload().payloadHash()).isEqualTo(block.header().payloadHash());
    }
  }

  @Test
  void recordedGenesisPayloads_haveTheirHashes() {
    List<JsonNode> chains =
        Vectors.items(Vectors.read("node-capture/genesis.json").get("chains"))
            .filter(chain -> chain.has("payloadWithOutputsText"))
            .toList();
    assertThat(chains).hasSize(2);
    for (JsonNode chain : chains) {
      JsonNode payload = checkWithOutputs(Vectors.parsed(chain.get("payloadWithOutputsText")));
      assertThat(payload.get("payloadHash")).isEqualTo(chain.get("object").get("payloadHash"));
    }
  }

  /** Two answers of a node in binary form, beside the JSON of the same block. */
  @Test
  void binaryForm_isTheNodesOwn() {
    PayloadData data = PayloadData.decode(recorded("payload octet-stream"));
    PayloadWithOutputs withOutputs =
        PayloadWithOutputs.decode(recorded("payload outputs octet-stream"));
    assertThat(data.encode()).isEqualTo(recorded("payload octet-stream"));
    assertThat(withOutputs.encode()).isEqualTo(recorded("payload outputs octet-stream"));
    assertThat(withOutputs.withoutOutputs()).isEqualTo(data);
    assertThat(withOutputs.hasValidHashes()).isTrue();
    assertThat(Blocks.development().all().stream().map(Block::payload)).contains(withOutputs);
  }

  @Test
  void decode_refusesBytesThatAreCutShortOrTooLong() {
    byte[] bytes = recorded("payload outputs octet-stream");
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> PayloadWithOutputs.decode(cut))
          .isInstanceOf(MalformedException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> PayloadWithOutputs.decode(longer))
        .hasMessage("A payload ends 1 bytes before these bytes do.");
  }

  @Test
  void decode_refusesASizeThatWouldNotFit() {
    byte[] bytes = recorded("payload octet-stream");
    bytes[8] = 0x7f;
    assertThatThrownBy(() -> PayloadData.decode(bytes)).hasMessageContaining("cut short");
  }

  @Test
  void hasValidHashes_isFalseWhenAnyByteDiffers() {
    PayloadWithOutputs payload = Blocks.development().withTransactions().get(0).payload();
    Bytes other = Bytes.utf8("{}");
    assertThat(changed(payload, other, payload.coinbase()).hasValidHashes()).isFalse();
    assertThat(changed(payload, payload.minerData(), other).hasValidHashes()).isFalse();
    assertThat(changed(payload, payload.minerData(), payload.coinbase()).hasValidHashes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"transactions\":[[\"AA\"]],\"minerData\":\"AA\",\"coinbase\":\"AA\"}",
        "{\"transactions\":[],\"minerData\":3,\"coinbase\":\"AA\"}",
        "{\"transactions\":[],\"minerData\":\"AA\",\"coinbase\":\"AA\",\"transactionsHash\":\"AA\"}"
      })
  void fromJson_refusesOtherShapes(String json) {
    assertThatThrownBy(() -> PayloadWithOutputs.fromJson(Vectors.parsed(json)))
        .isInstanceOf(MalformedException.class);
  }

  private static JsonNode checkData(JsonNode json) {
    PayloadData payload = PayloadData.fromJson(json);
    assertThat(payload.hasValidHashes()).isTrue();
    assertThat(payload.toJson()).isEqualTo(json);
    assertThat(PayloadData.decode(payload.encode())).isEqualTo(payload);
    return payload.toJson();
  }

  private static JsonNode checkWithOutputs(JsonNode json) {
    PayloadWithOutputs payload = PayloadWithOutputs.fromJson(json);
    assertThat(payload.hasValidHashes()).isTrue();
    assertThat(payload.payloadLog().root()).isEqualTo(payload.payloadHash());
    assertThat(payload.toJson()).isEqualTo(json);
    assertThat(PayloadWithOutputs.decode(payload.encode())).isEqualTo(payload);
    assertThat(
            PayloadWithOutputs.of(payload.minerData(), payload.coinbase(), payload.transactions()))
        .isEqualTo(payload);
    return payload.toJson();
  }

  private static PayloadWithOutputs changed(
      PayloadWithOutputs payload, Bytes minerData, Bytes coinbase) {
    return new PayloadWithOutputs(payload.transactions(), minerData, coinbase, payload.hashes());
  }

  private static byte[] recorded(String name) {
    return Base64.getDecoder()
        .decode(Vectors.sample("node-capture/queries.json", name).get("bodyBase64").textValue());
  }
}
