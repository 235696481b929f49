package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;

/** What a person types: real curl, real gzip. */
@Timeout(60)
class CurlTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private GatewayFixture gateway;

  @BeforeEach
  void start() {
    gateway = new GatewayFixture(GatewaySettings.of(dir.resolve("store")), RocksDB::write);
  }

  @AfterEach
  void invariantsHold() {
    gateway.close();
    StoreInvariants.check(dir.resolve("store"));
  }

  @Test
  void uploadFromAPipe_isTakenToItsEnd() throws Exception {
    Process curl =
        shell("curl -m 30 -sN -X POST -H 'Content-Type: application/x-ndjson' -T - " + url());
    for (int i = 0; i < 3; i++) {
      curl.getOutputStream()
          .write((signer.sign("e" + i) + "\n").getBytes(StandardCharsets.US_ASCII));
      curl.getOutputStream().flush();
    }
    curl.getOutputStream().close();
    assertThat(accepted(curl)).isEqualTo(3);
  }

  @Test
  void gzippedFile_isTakenLikeAPlainOne() throws Exception {
    Path file = dir.resolve("events.ndjson");
    Files.write(file, List.of(signer.sign("a"), signer.sign("b"), signer.sign("c")));
    Process curl =
        shell(
            "gzip -c '"
                + file
                + "' | curl -m 30 -s -H 'Content-Type: application/x-ndjson'"
                + " -H 'Content-Encoding: gzip' --data-binary @- "
                + url());
    curl.getOutputStream().close();
    JsonNode answer = MAPPER.readTree(curl.getInputStream().readAllBytes());
    assertThat(answer.path("accepted")).hasSize(3);
    assertThat(curl.waitFor()).isZero();
  }

  @Test
  void endlessGzipStream_isTaken_andAnsweredInParts() throws Exception {
    int events = 2_500;
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < events; i++) {
      lines.append(signer.sign("e" + i)).append('\n');
    }
    Process curl =
        shell(
            "gzip -c | curl -m 30 -sN -X POST -H 'Content-Type: application/x-ndjson'"
                + " -H 'Content-Encoding: gzip' -T - "
                + url());
    curl.getOutputStream().write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    curl.getOutputStream().close();
    assertThat(accepted(curl)).isEqualTo(events);
  }

  private static int accepted(Process curl) throws IOException {
    int accepted = 0;
    String answers = new String(curl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    for (String line : answers.lines().toList()) {
      accepted += MAPPER.readTree(line).path("accepted").size();
    }
    return accepted;
  }

  private String url() {
    return gateway.uri("/v1/events/batch").toString();
  }

  private static Process shell(String command) throws IOException {
    return new ProcessBuilder("sh", "-c", command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
