package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cairn spv verify} on a proof that a real mainnet node made (2021, chain 19 to chain 0).
 */
class SpvCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  private byte[] proof;

  @BeforeEach
  void write() throws IOException {
    JsonNode vector = vector().path("proofs").path(0);
    proof = Base64.getUrlDecoder().decode(vector.path("proofBase64Url").asText());
    Files.write(directory.resolve("proof.json"), proof);
    ArrayNode headers = JSON.createArrayNode();
    headers.add(vector.path("rootHeader").path("binary").asText());
    JSON.writeValue(directory.resolve("headers.json").toFile(), headers);
  }

  private static JsonNode vector() throws IOException {
    try (InputStream in = SpvCommandTest.class.getResourceAsStream("spv-mainnet01.json")) {
      return JSON.readTree(in);
    }
  }

  private CommandRun verify(String proofFile) {
    return CommandRun.of(
        "spv",
        "verify",
        directory.resolve(proofFile).toString(),
        "--headers",
        directory.resolve("headers.json").toString());
  }

  @Test
  void proofOfARealNode_isAccepted() {
    CommandRun run = verify("proof.json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("valid").contains("\"status\":\"success\"");
  }

  @Test
  void proofInTransportForm_isAccepted() throws IOException {
    String transport = Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    Files.writeString(directory.resolve("bare.txt"), transport);
    Files.writeString(directory.resolve("quoted.json"), "\"" + transport + "\"\n");
    assertThat(verify("bare.txt").exit()).isZero();
    assertThat(verify("quoted.json").exit()).isZero();
  }

  @Test
  void proofAgainstOtherHeaders_isRefused() throws IOException {
    Files.writeString(directory.resolve("headers.json"), "[]");
    CommandRun run = verify("proof.json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is no trusted header of chain 0");
  }

  @Test
  void changedCharacter_isRefused() throws IOException {
    for (int at = 0; at < proof.length; at += 41) {
      byte[] changed = proof.clone();
      changed[at] ^= 1;
      Files.write(directory.resolve("changed.json"), changed);
      assertThat(verify("changed.json").exit()).as("byte %s", at).isEqualTo(2);
    }
  }

  @Test
  void missingFile_isBadInput() {
    CommandRun run = verify("nowhere.json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("There is no file");
  }
}
