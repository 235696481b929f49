package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.devnet.genesis.TestAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** npm's {@code @kadena/client}, unchanged, in a directory of its own. */
record KadenaClient(Path directory) {

  private static final Path NODE_SOURCES = Path.of("src", "test", "node");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "clients.mjs");
  private static final long TOOL_SECONDS = 180;

  /** Installs it; tests that need it are skipped where there is no npm. */
  static KadenaClient install(Path directory) throws Exception {
    assumeTrue(isThere("npm") && isThere("node"), "npm and node are needed to play the wallet");
    KadenaClient client = new KadenaClient(directory);
    for (String file : FILES) {
      Files.copy(NODE_SOURCES.resolve(file), directory.resolve(file));
    }
    client.run("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
    return client;
  }

  /** Does what a wallet does, and checks what it is told. */
  void play(URI node) throws Exception {
    check(steps(node.toString()));
  }

  private Map<String, JsonNode> steps(String host) throws Exception {
    String output = run("node", "clients.mjs", host, "development", accounts().toString());
    Map<String, JsonNode> steps = new HashMap<>();
    output
        .lines()
        .map(NodeClient::json)
        .forEach(step -> steps.put(step.get("step").textValue(), step));
    return steps;
  }

  private static ArrayNode accounts() {
    ArrayNode accounts = JsonNodeFactory.instance.arrayNode();
    for (TestAccount account : Devnet.testAccounts().subList(0, 2)) {
      accounts
          .addObject()
          .put("name", account.name())
          .put("publicKey", account.publicKeyHex())
          .put("secretKey", account.secretKeyHex());
    }
    return accounts;
  }

  private static void check(Map<String, JsonNode> steps) {
    succeeded(steps, "preflight");
    mined(steps, "transfer", "TRANSFER", "TRANSFER");
    mined(steps, "transfer-create", "TRANSFER", "TRANSFER");
    assertThat(steps.get("balance").get("data").asText()).isEqualTo("2.5");
    mined(steps, "deploy", "TRANSFER");
    assertThat(steps.get("local").get("data").asText()).isEqualTo("Hello, Ada");
    JsonNode failing = steps.get("failing");
    assertThat(failing.get("status").asText()).isEqualTo("failure");
    assertThat(failing.get("error").asText()).isEqualTo("one is not two");
    assertThat(failing.get("samePolled").asBoolean()).isTrue();
    assertThat(steps.get("refused").get("error").asText())
        .endsWith("The signature at position 0 is invalid: invalid ed25519 signature.");
    mined(steps, "crosschain", "TRANSFER_XCHAIN", "TRANSFER", "X_YIELD", "TRANSFER");
    mined(steps, "continuation", "TRANSFER", "TRANSFER_XCHAIN_RECD", "X_RESUME", "TRANSFER");
    assertThat(steps.get("arrived").at("/data/balance").asText()).isEqualTo("4.125");
  }

  private static void succeeded(Map<String, JsonNode> steps, String step) {
    assertThat(steps).containsKey(step);
    assertThat(steps.get(step).get("status").asText())
        .as(steps.get(step).toString())
        .isEqualTo("success");
  }

  private static void mined(Map<String, JsonNode> steps, String step, String... events) {
    succeeded(steps, step);
    assertThat(steps.get(step).get("events"))
        .extracting(JsonNode::textValue)
        .containsExactly(events);
    assertThat(steps.get(step).get("samePolled").asBoolean()).isTrue();
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

  private String run(String... command) throws Exception {
    Path errors = directory.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return output;
  }
}
