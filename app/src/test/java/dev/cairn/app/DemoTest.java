package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir Path directory;

  @Test
  void demo_onAPartOfTheSample_isGreen() throws IOException {
    CommandRun run =
        CommandRun.good("demo", "--json", "--events", "150", "--keep", directory.toString());
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "events",
            "batches",
            "chains",
            "verified",
            "tamperedStep",
            "ackToProofP50Ms",
            "ackToProofP95Ms",
            "evidenceBytesP50",
            "verifiedPerSecond",
            "seconds");
    assertThat(report.path("events").asInt()).isEqualTo(150);
    assertThat(report.path("verified").asInt()).isEqualTo(150);
    assertThat(report.path("tamperedStep").asText()).isEqualTo("signature");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(151);
    }
  }
}
