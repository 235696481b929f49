package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.store.FaultPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the same figures, times and keys the sealer writes the same files, byte for byte. */
class ResealingTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"valid-12, single, 12", "valid-rotated, rotated, 9"})
  void seal_ofTheInputs_givesTheSameFiles(String chain, String keyring, int blocks)
      throws IOException, SealException {
    Keyring keys = KeyringFile.read(Vectors.path("keys/keyring-" + keyring + ".json"));
    SealerFixture fixture = new SealerFixture(root);
    for (JsonNode line : Vectors.lines("chains/" + chain + "/inputs.jsonl").toList()) {
      seal(fixture, keys, line);
    }
    assertThat(names(root.resolve("blocks"))).isEqualTo(blocks);
    assertSameFiles(Vectors.path("chains/" + chain));
  }

  private static void seal(SealerFixture fixture, Keyring keys, JsonNode line)
      throws IOException, SealException {
    fixture.clock.set(Timestamp.parse(line.get("timestamp").textValue()).orElseThrow());
    SigningKey key =
        line.get("key_id").textValue().equals(SealerFixture.KEY_A.keyId())
            ? SealerFixture.KEY_A
            : SealerFixture.KEY_B;
    Measurement measurement = Measurement.parse(line.toString().getBytes(StandardCharsets.UTF_8));
    SealOutcome outcome = fixture.sealer(key, keys, FaultPoint.NONE).seal(() -> measurement);
    assertThat(outcome).isInstanceOf(SealOutcome.Sealed.class);
  }

  private void assertSameFiles(Path expected) throws IOException {
    assertThat(root.resolve("last_hash.txt"))
        .hasSameBinaryContentAs(expected.resolve("last_hash.txt"));
    try (DirectoryStream<Path> blocks = Files.newDirectoryStream(expected.resolve("blocks"))) {
      for (Path block : blocks) {
        assertThat(root.resolve("blocks").resolve(block.getFileName().toString()))
            .hasSameBinaryContentAs(block);
      }
    }
  }

  private static int names(Path folder) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        assertThat(file).isRegularFile();
        count++;
      }
    }
    return count;
  }
}
