package dev.cairn.chainweb.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebHeadersTest {

  @ParameterizedTest
  @ValueSource(strings = {"web-mainnet01-1800000.json", "web-mainnet01-1800020.json"})
  void mainnetHeaders_haveTheirHashesAndMeetTheirTargets(String file) {
    JsonNode headers = Vectors.read(file).get("headers");
    assertThat(headers).hasSizeGreaterThan(200);
    for (JsonNode entry : headers) {
      BlockHeader header = BlockHeader.decode(entry.get("binary").textValue());
      assertThat(header.computeHash()).hasToString(entry.get("hash").textValue());
      assertThat(header.hash()).isEqualTo(header.computeHash());
      assertThat(header.toBase64Url()).isEqualTo(entry.get("binary").textValue());
      assertThat(header.meetsTarget()).isTrue();
    }
  }
}
