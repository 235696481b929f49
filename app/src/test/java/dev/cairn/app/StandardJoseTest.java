package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of ours on the device's side: npm's `jose` signs, `curl` posts and fetches. */
class StandardJoseTest {
  private static final Path NODE_SOURCES = Path.of("src", "test", "node");
  private static final long TOOL_SECONDS = 120;

  @TempDir static Path directory;

  private static CairnProcess up;

  @BeforeAll
  static void installAndStart() throws Exception {
    assumeTrue(isThere("npm") && isThere("curl"), "npm and curl are needed to play the device");
    Files.copy(NODE_SOURCES.resolve("package.json"), directory.resolve("package.json"));
    Files.copy(NODE_SOURCES.resolve("package-lock.json"), directory.resolve("package-lock.json"));
    Files.copy(NODE_SOURCES.resolve("sign-event.mjs"), directory.resolve("sign-event.mjs"));
    run("", "npm", "ci", "--no-audit", "--no-fund");
    up =
        CairnProcess.start(
            directory.resolve("up.log"),
            "up",
            "--port",
            "0",
            "--data",
            directory.resolve("data").toString());
  }

  @AfterAll
  static void stop() {
    if (up != null) {
      up.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "ES256"})
  void eventOfAStandardLibrary_getsEvidence(String algorithm) throws Exception {
    String jws = run("{\"temperature\":21.5}", "node", "sign-event.mjs", algorithm);
    String answer =
        run(
            "{\"events\":[\"" + jws + "\"]}",
            "curl",
            "-sS",
            "--data-binary",
            "@-",
            "-H",
            "Content-Type: application/json",
            up.address() + "/v1/events/batch");
    JsonNode accepted = new ObjectMapper().readTree(answer).path("accepted").path(0);
    assertThat(accepted.path("eventId").asText()).as(answer).hasSize(43);
    String at = up.address() + "/v1/evidence/" + accepted.path("eventId").asText();
    Files.writeString(
        directory.resolve("evidence.json"), run("", "curl", "-sS", at + "?wait=proved&timeout=30"));
    Files.writeString(
        directory.resolve("trust.json"), run("", "curl", "-sS", up.address() + "/v1/trust"));
    CommandRun verified =
        CommandRun.of(
            "verify",
            "--trust",
            directory.resolve("trust.json").toString(),
            directory.resolve("evidence.json").toString());
    assertThat(verified.exit()).as(verified.out()).isZero();
  }

  private static boolean isThere(String tool) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(tool, "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String run(String input, String... command) throws Exception {
    Path errors = directory.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return output;
  }
}
