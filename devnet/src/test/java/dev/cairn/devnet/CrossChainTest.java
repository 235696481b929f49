package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.Continuation;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.spv.SpvProof;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A defpact that goes on on another chain, and contracts that check proofs themselves. */
class CrossChainTest {

  private static final String MODULE =
      """
      (namespace "free")
      (module letters GOVERNANCE
        (defcap GOVERNANCE () true)
        (defschema letter text:string)
        (defpact send:string (text:string target:string)
          (step (yield { "text": text } target))
          (step (resume { "text" := received } received)))
        (defun speak:object{letter} (text:string) { "text": text })
        (defun hear:string (proof:object) (at "text" (verify-spv "TXOUT" proof))))
      """;

  private static Devnet devnet;
  private static PactClient client;
  private static TestCommands commands;

  @BeforeAll
  static void start() {
    devnet =
        Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), Clock.systemUTC());
    client = new PactClient(new NodeClient(devnet));
    commands = new TestCommands("development", Clock.systemUTC());
    client.succeeded(0, commands.exec(0, MODULE));
    client.succeeded(1, commands.exec(1, MODULE));
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static String proof(PactCommand command) {
    String body = "{\"requestKey\":\"" + command.hash() + "\",\"targetChainId\":\"1\"}";
    String path = client.node().path("/chain/0/pact/spv");
    await()
        .atMost(PactClient.PATIENCE)
        .until(() -> client.node().post(path, body).statusCode() == 200);
    return client.node().postJson(path, body).asText();
  }

  private static PactCommand resume(PactCommand started, String proof) {
    return commands.continuation(
        1, new Continuation(started.hash().toString(), 1, false, null, proof));
  }

  @Test
  void defpact_goesOnOnTheTargetChainOnce() {
    PactCommand started = commands.exec(0, "(free.letters.send \"hello\" \"1\")");
    JsonNode first = client.succeeded(0, started);
    assertThat(first.at("/continuation/yield/provenance/targetChainId").asText()).isEqualTo("1");
    assertThat(first.at("/events/0/name").asText()).isEqualTo("X_YIELD");
    JsonNode second = client.succeeded(1, resume(started, proof(started)));
    assertThat(second.at("/result/data").asText()).isEqualTo("hello");
    assertThat(second.at("/events/0/name").asText()).isEqualTo("X_RESUME");
    JsonNode third = client.mined(1, resume(started, proof(started)));
    assertThat(third.at("/result/error/message").asText())
        .startsWith("Requested defpact execution already completed for defpact id: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!!                | verifyCont: Invalid base64-encoded transaction output proof",
        "bm8               | verifyCont: Cannot decode transaction output proof",
        "other chain       | verifyCont: cannot redeem continuation proof on wrong targget chain",
        "no defpact        | verifyCont: No pact exec found in command result",
      })
  void continuation_refusesABadProof(String kind, String refusal) {
    PactCommand started = commands.exec(0, "(free.letters.speak \"hello\")");
    client.succeeded(0, started);
    SpvProof good = SpvProof.parseTransport(proof(started));
    String proof =
        switch (kind) {
          case "other chain" ->
              new SpvProof(new ChainId(2), good.object(), good.subject()).toTransport();
          case "no defpact" -> good.toTransport();
          default -> kind;
        };
    JsonNode result = client.mined(1, resume(started, proof));
    assertThat(result.at("/result/error/message").asText())
        .isEqualTo("Continuation error: " + refusal);
  }

  @Test
  void contract_checksAProof() {
    PactCommand spoken = commands.exec(0, "(free.letters.speak \"hello\")");
    client.succeeded(0, spoken);
    JsonNode proof = SpvProof.parseTransport(proof(spoken)).toJsonObject();
    JsonNode data = JsonNodeFactory.instance.objectNode().set("proof", proof);
    String code = "(free.letters.hear (read-msg \"proof\"))";
    JsonNode result = client.succeeded(1, commands.exec(1, code, data));
    assertThat(result.at("/result/data").asText()).isEqualTo("hello");
    assertThat(client.mined(0, commands.exec(0, code, data)).at("/result/error/message").asText())
        .isEqualTo(
            "SPV verification failure: verifySPV: cannot redeem spv proof on wrong target chain");
    assertThat(Objects.requireNonNull(result.get("gas")).asLong()).isPositive();
  }
}
