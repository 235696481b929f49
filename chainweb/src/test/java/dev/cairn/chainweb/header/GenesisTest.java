package dev.cairn.chainweb.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Networks;
import dev.cairn.chainweb.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesisTest {

  @ParameterizedTest
  @CsvSource({
    "mainnet01, genesis-mainnet01.json",
    "testnet04, genesis-testnet04.json",
    "recap-development, genesis-recap-development.json",
    "development, genesis-development-computed.json"
  })
  void header_isTheNetworksOwn(String network, String file) {
    ChainwebVersion version = Networks.named(network);
    JsonNode headers = Vectors.read(file).get("headers");
    assertThat(headers).hasSize(20);
    for (JsonNode entry : headers) {
      JsonNode object = entry.get("object");
      BlockHeader header =
          Genesis.header(
              version,
              new ChainId(entry.get("chain").intValue()),
              Hash.parse(object.get("payloadHash").textValue()));
      assertThat(header.toBase64Url()).isEqualTo(entry.get("binary").textValue());
      assertThat(header.hash()).hasToString(object.get("hash").textValue());
      assertThat(header.powHash().hex()).isEqualTo(entry.get("powHashHexBE").textValue());
      if (entry.has("goldenHash")) {
        assertThat(header.hash()).hasToString(entry.get("goldenHash").textValue());
      }
      assertThat(BlockHeader.fromJsonObject(object, version.code())).isEqualTo(header);
      assertThat(Vectors.reparsed(header.toJsonObject(network))).isEqualTo(object);
      assertThat(new HeaderRules(version).checkAlone(header)).isEmpty();
    }
  }
}
