package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's way on foot: every command against a service in another process, then without it.
 */
class OnFootTest {
  @TempDir static Path directory;

  private static String eventId;

  @BeforeAll
  static void goOnFoot() throws IOException {
    try (CairnProcess up =
        CairnProcess.start(
            file("up.log"), "up", "--port", "0", "--data", file("data").toString())) {
      String at = up.address().toString();
      CommandRun.good("keygen", "--out", name("device.jwk"));
      Files.writeString(file("reading.json"), "{\"temperature\":21.5}");
      CommandRun.good(
          "sign",
          "--key",
          name("device.jwk"),
          "--cty",
          "application/json",
          "--out",
          name("event.jws"),
          name("reading.json"));
      eventId = CommandRun.good("submit", "--at", at, name("event.jws")).out().strip();
      CommandRun.good("evidence", "--at", at, "--out", name("evidence.json"), eventId);
      CommandRun.good("trust", "--at", at, "--out", name("trust.json"));
    }
  }

  @AfterAll
  static void forget() {
    eventId = "";
  }

  private static Path file(String name) {
    return directory.resolve(name);
  }

  private static String name(String name) {
    return file(name).toString();
  }

  @Test
  void verify_afterEverythingStopped_isValid() {
    CommandRun run = CommandRun.of("verify", "--trust", name("trust.json"), name("evidence.json"));
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("passed", "valid").doesNotContain("failed");
  }

  @Test
  void verify_anyByteChanged_isRefusedAndNamesTheStep() throws IOException {
    byte[] evidence = Files.readAllBytes(file("evidence.json"));
    for (int at = 0; at < evidence.length; at += 97) {
      byte[] changed = evidence.clone();
      changed[at] = (byte) (changed[at] == '7' ? '8' : '7');
      Files.write(file("changed.json"), changed);
      CommandRun run =
          CommandRun.of("verify", "--json", "--trust", name("trust.json"), name("changed.json"));
      assertThat(run.exit()).as("byte %s", at).isEqualTo(2);
      assertThat(run.out()).contains("\"valid\":false", "\"failedStep\":\"");
    }
  }

  @Test
  void verify_truncatedEvidence_isRefused() throws IOException {
    byte[] evidence = Files.readAllBytes(file("evidence.json"));
    Files.write(file("cut.json"), Arrays.copyOf(evidence, evidence.length / 2));
    CommandRun run = CommandRun.of("verify", "--trust", name("trust.json"), name("cut.json"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("evidence format");
  }

  @Test
  void verify_trustFileOfAnotherContract_isRefused() throws IOException {
    String trust = Files.readString(file("trust.json"));
    Files.writeString(file("other.json"), trust.replace("free.cairn-anchor", "free.other"));
    CommandRun run = CommandRun.of("verify", "--trust", name("other.json"), name("evidence.json"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("contract and module trusted");
  }

  @Test
  void evidence_ofOneReading_isSmall() throws IOException {
    assertThat(Files.size(file("evidence.json"))).isLessThan(8 * 1024);
    assertThat(eventId).hasSize(43);
  }

  @Test
  void submit_noServiceThere_saysTryAgain() {
    CommandRun run = CommandRun.of("submit", "--at", "http://127.0.0.1:1", name("event.jws"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("is `cairn up` running there?");
  }

  @Test
  void sign_keyFileThatIsNone_saysSo() throws IOException {
    Files.write(file("noise.jwk"), "noise".getBytes(StandardCharsets.UTF_8));
    CommandRun run = CommandRun.of("sign", "--key", name("noise.jwk"), name("reading.json"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("holds no key");
  }

  @Test
  void keygen_fileExists_doesNotOverwrite() throws IOException {
    byte[] before = Files.readAllBytes(file("device.jwk"));
    CommandRun run = CommandRun.of("keygen", "--out", name("device.jwk"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(Files.readAllBytes(file("device.jwk"))).isEqualTo(before);
  }

  @Test
  void unknownOption_isBadInput() {
    assertThat(CommandRun.of("verify", "--nonsense").exit()).isEqualTo(2);
    assertThat(CommandRun.of("nonsense").exit()).isEqualTo(2);
    assertThat(CommandRun.of().exit()).isEqualTo(2);
  }
}
